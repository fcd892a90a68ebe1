using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>How long a draft has to be shown and may be (预公开期间试算).</summary>
/// <param name="Pack">Authority.</param>
/// <param name="Term">The first and the last day on which the showing may end.</param>
/// <param name="Until">Last day shown as it was set; null where none was given.</param>
/// <param name="Fault">What is wrong with that day, Chinese; null where nothing is.</param>
public sealed record PreDisclosureAnswer(string Pack, PreDisclosureTerm Term, DateOnly? Until, string? Fault)
{
    /// <summary>Computes the term of a draft.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>bijie</c>.</param>
    /// <param name="from">First day shown.</param>
    /// <param name="isMajor">Whether it is the draft of a major administrative decision.</param>
    /// <param name="until">Last day shown, where one was set.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<PreDisclosureAnswer> Create(WorkingCalendar calendar, RulePacks packs, string authority, DateOnly from,
        bool isMajor, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(packs);
        if (!packs.TryGet(authority, out var pack)) return Answer<PreDisclosureAnswer>.No(DutyAnswer.NoPack(packs, authority));
        string[] errors = [.. new[] { from, until ?? from }.Distinct().Where(day => !DutyAnswer.IsKnown(day))
            .Select(DutyAnswer.OutOfRange)];
        if (errors.Length > 0) return Answer<PreDisclosureAnswer>.No(errors);
        if (until < from)
            return Answer<PreDisclosureAnswer>.No($"截止之日 {until:yyyy-MM-dd} 不应早于开始之日 {from:yyyy-MM-dd}。");
        var term = PreDisclosureTerm.Of(calendar, pack, from, isMajor);
        return Answer<PreDisclosureAnswer>.Of(new(authority, term, until, until is { } end ? term.Fault(end) : null));
    }
}
