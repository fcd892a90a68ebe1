namespace Disclosure.Contracts.Facts;

/// <summary>报送 of information by a unit.</summary>
/// <param name="Category">报送类别, code of the pack.</param>
/// <param name="IsSolicited">Whether it was asked for (约稿).</param>
/// <param name="IsUrgent">Whether it is urgent (紧急信息).</param>
/// <param name="DueOn">Last day of its limit; null where it has none.</param>
[Feeds("stat.submissions.received", "stat.submissions.on-time", "stat.submissions.quota")]
public sealed record SubmissionReceivedFact(string Category, bool IsSolicited, bool IsUrgent, DateOnly? DueOn) : StatisticalFact;

/// <summary>采编结果 by the office.</summary>
/// <param name="IsAccepted">Whether it was taken (采编) or sent back.</param>
[Feeds("stat.submissions.accepted")]
public sealed record SubmissionDecidedFact(bool IsAccepted) : StatisticalFact;

/// <summary>采用 by a journal, a site or a higher organ.</summary>
/// <param name="Score">Code of the pack's score (计分标准).</param>
/// <param name="Points">Points (分) it earned.</param>
[Feeds("stat.submissions.adopted", "stat.submissions.points")]
public sealed record SubmissionAdoptedFact(string Score, decimal Points) : StatisticalFact;

/// <summary>未完成报送任务、扣分: a deduction was made.</summary>
/// <param name="Deduction">Code of the pack's deduction.</param>
/// <param name="Points">Points (分) taken away, positive.</param>
[Feeds("stat.submissions.quota", "stat.submissions.points")]
public sealed record SubmissionDutyMissedFact(string Deduction, decimal Points) : StatisticalFact;
