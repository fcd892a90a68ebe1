namespace Disclosure.Rules.Deadlines.Folding;

/// <content>What the explanation needs to tell: each count from its start on.</content>
internal sealed partial class CaseFold
{
    private List<FoldPeriod>? periods;

    /// <summary>Every count, the running one last; empty where nothing started.</summary>
    /// <param name="asOf">Day of the reading, up to which what stands still is told.</param>
    /// <returns>The counts and the last day to tell.</returns>
    public (IReadOnlyList<FoldPeriod> Periods, DateOnly? Until) Periods(DateOnly asOf)
    {
        if (Start is not { } start) return ([], null);
        if (Waiting || stopped)
        {
            // What lapsed has ended, so that an open wait lasts to the day of the reading.
            var stop = EndedOn ?? asOf;
            return ([.. periods ?? [], PeriodTo(start, stop)], stop);
        }

        var until = Local(own) ?? (Blocked ? asOf : null);
        return ([.. periods ?? [], PeriodTo(start, until ?? start)], until);
    }

    private void ClosePeriod(DateOnly restart)
    {
        if (events is not null && Start is { } start) (periods ??= []).Add(PeriodTo(start, restart));
    }

    private FoldPeriod PeriodTo(DateOnly start, DateOnly end)
    {
        var exclusions = new List<Exclusion>();
        var due = Count(start, own, exclusions);
        if (this.stop is { } stop)
        {
            exclusions.RemoveAll(span => span.First > stop.From);
            if (exclusions.Count > 0 && exclusions[^1].Last > stop.From) exclusions[^1] = exclusions[^1] with { Last = stop.From };
            if (end > stop.From) exclusions.Add(new(stop.From.AddDays(1), end, TextOf(stop), ArticleOf(stop.Kind)));
            return new FoldPeriod(start, due, exclusions);
        }

        // An obstacle that outlasts the last day takes the days in between out; the day it ends is the new last day.
        var free = Blocked ? end : UnblockedOn?.AddDays(-1);
        if (due is { } last && free > last) exclusions.Add(new(last.AddDays(1), free.Value, "特殊原因尚未消除", Own));
        return new FoldPeriod(start, due, exclusions);
    }
}
