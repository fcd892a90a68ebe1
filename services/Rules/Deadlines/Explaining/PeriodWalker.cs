using Disclosure.Rules.Deadlines.Folding;

namespace Disclosure.Rules.Deadlines.Explaining;

/// <summary>Walks the days of one count after another; each day is told once, as counted, skipped, excluded or overdue.</summary>
internal sealed class PeriodWalker(SpanWriter writer, bool hasDays)
{
    private FoldPeriod? period;
    private DateOnly cursor;
    private int next;

    public void Begin(FoldPeriod period)
    {
        (this.period, cursor, next) = (period, period.Start.AddDays(1), 0);
        writer.Restart();
    }

    /// <summary>Tells no further day until the next count begins.</summary>
    public void Stop() => cursor = DateOnly.MaxValue;

    public void WalkTo(DateOnly until)
    {
        if (!hasDays) return;
        var exclusions = this.period!.Exclusions;
        while (cursor <= until)
        {
            while (next < exclusions.Count && exclusions[next].Last < cursor) next++;
            var ahead = next < exclusions.Count ? exclusions[next] : (Exclusion?)null;
            var last = ahead is { } span && span.First <= cursor ? WriteExcluded(span, until)
                : WriteRun(ahead is { } later && later.First <= until ? later.First.AddDays(-1) : until);
            cursor = last.AddDays(1);
        }
    }

    private DateOnly WriteExcluded(in Exclusion span, DateOnly until)
    {
        var last = span.Last < until ? span.Last : until;
        writer.WriteExcluded(cursor, last, span.Text, span.Article);
        return last;
    }

    private DateOnly WriteRun(DateOnly until)
    {
        if (cursor > this.period!.Due)
        {
            writer.WriteOverdue(cursor, until);
            return until;
        }

        var last = this.period.Due < until ? this.period.Due.Value : until;
        writer.WriteCounted(cursor, last);
        return last;
    }
}
