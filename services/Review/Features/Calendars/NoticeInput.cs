using Disclosure.Contracts.Calendars;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Replaying;

namespace Disclosure.Review.Features.Calendars;

/// <summary>What somebody hands in about holidays, and what it comes to.</summary>
internal static class NoticeInput
{
    public const int MaxText = 200;

    public static readonly Failure BasisIsMissing = new Failure(FailureKind.Invalid, "basis-is-missing", "请写明依据",
        $"写明所依据的通知，例如文号，1 至 {MaxText} 字，一行。").At("basis");

    public static readonly Failure ReasonIsMissing = new Failure(FailureKind.Invalid, "reason-is-missing", "请写明撤销的原因",
        $"1 至 {MaxText} 字，一行。").At("reason");

    /// <summary>Whether a basis or reason is one: a line that everybody can read.</summary>
    public static bool IsText(string text) => text.Length is > 0 and <= MaxText && EnteredText.ProblemOfLine(text) is null;

    public static IReadOnlyList<NoticeFinding> Findings(IReadOnlyList<NoticeConflict> found)
        => [.. found.Take(NoticeReplay.MaxRows).Select(finding => new NoticeFinding(finding.Line, finding.Message))];

    public static IReadOnlyList<ArrangedDay> Days(IReadOnlyList<NoticeDay>? days)
        => [.. (days ?? []).Select(day => new ArrangedDay(day.Date, day.IsOffDay, day.Name))];
}
