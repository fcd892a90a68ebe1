using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.Rules.Scanning;

namespace Disclosure.Review.Domain.Findings;

/// <summary>Looks through a submission before people do: secrecy marks, personal data, scope, and what should accompany it.</summary>
internal static class Inspection
{
    /// <summary>Findings shown of one kind; a text with more needs another author, not a longer list.</summary>
    private const int MaxOfAKind = 20;

    private const string InternalScope = "internal-scope";

    /// <summary>Flows whose subject stays inside: there a mark is a fact to weigh, not an obstacle.</summary>
    private static readonly HashSet<string> Internal = new(StringComparer.Ordinal)
    {
        FlowCodes.Attribute, FlowCodes.Minutes, FlowCodes.OpinionAssessment, FlowCodes.Consultation, FlowCodes.ApplicationRefusal,
    };

    public static IReadOnlyList<Finding> Of(string flow, Submission submission)
    {
        var findings = new List<Finding>();
        var text = submission.Snapshot.Text();
        findings.AddRange(Secrecy(submission, text, Internal.Contains(flow) ? FindingLevel.Warning : FindingLevel.Blocking));
        if (flow == FlowCodes.Publication) findings.AddRange(Scope(submission).Concat(Companions(submission)));
        findings.AddRange(PersonalData(text, null));
        foreach (var field in submission.Snapshot.Fields) findings.AddRange(PersonalData(field.Value, field.Label));
        return findings;
    }

    private static IEnumerable<Finding> Secrecy(Submission submission, string text, FindingLevel level)
    {
        foreach (var mark in SecrecyMarks.Find(text).Take(MaxOfAKind)) yield return Marked("正文", mark.Text, level,
            mark.Line);
        foreach (var mark in SecrecyMarks.Find(submission.Title)) yield return Marked("标题", mark.Text, level, null);
        foreach (var field in submission.Snapshot.Fields.Where(field => field.Value != submission.Title))
        {
            if (field.Code == SnapshotFields.SecrecyLevel
                && SecrecyMarks.NamesALevel(field.Value)) yield return Marked(field.Label, field.Value, level, null);
            else foreach (var mark in SecrecyMarks.Find(field.Value).Take(MaxOfAKind)) yield return Marked(field.Label, mark.Text, level,
                null);
        }
    }

    private static Finding Marked(string where, string mark, FindingLevel level, int? line)
        => new("secrecy-mark", level, $"{where}带有密级标志“{mark}”", "标有秘密、机密、绝密的内容不得公开，请退回或暂缓并报保密审查。", line);

    /// <summary>The findings after a reviewer has corrected the scope.</summary>
    public static IEnumerable<Finding> AfterScope(IEnumerable<Finding> findings, string flow, string scope)
    {
        var others = findings.Where(finding => finding.Code != InternalScope);
        return flow == FlowCodes.Publication && Codes.Parse<DisclosureScope>(scope) == DisclosureScope.Internal
            ? others.Append(OfScope("内部公开")) : others;
    }

    private static Finding OfScope(string value)
        => new(InternalScope, FindingLevel.Blocking, $"公开范围为“{value}”", "仅在内部公开的信息不能向社会发布。", null);

    private static IEnumerable<Finding> Scope(Submission submission)
        => submission.Snapshot.Fields.Where(field => field is { Code: SnapshotFields.Scope, ValueCode: SnapshotFields.InternalScope })
            .Select(field => OfScope(field.Value));

    private static IEnumerable<Finding> Companions(Submission submission)
    {
        if (submission.Conditions.Contains(ReviewConditions.Major) && !Mentions(submission, SnapshotFields.PreDisclosure))
            yield return new Finding("pre-disclosure-missing", FindingLevel.Warning, "重大事项未见预公开记录", "列入预公开范围的事项须先预公开再作决定，请核实。", null);
        if (PolicyDocuments.HasTitleOfOne(submission.Title) && !Mentions(submission, SnapshotFields.Interpretations)
            && !Mentions(submission, SnapshotFields.Interprets))
            yield return new Finding("interpretation-missing", FindingLevel.Warning, "政策文件未见解读材料", "政策文件与解读方案应一同起草、审签和发布，请核实。", null);
    }

    private static bool Mentions(Submission submission, string code)
        => submission.Snapshot.Fields.Any(field => field.Code == code && field.Value is not ("" or "无"));

    private static IEnumerable<Finding> PersonalData(string text, string? label)
        => SensitiveDataScanner.Scan(text).Take(MaxOfAKind).Select(span =>
        new Finding("personal-data", FindingLevel.Warning, $"{(label is null ? "正文" : label)}中疑似有{span.Kind.Name()}",
            $"{span.Masked}（第 {span.Line} 行）：确需公开的请核对，否则请退回遮盖。",
            label is null ? span.Line : null));
}
