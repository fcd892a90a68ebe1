using Disclosure.Rules.Deadlines.Folding;

namespace Disclosure.Rules.Deadlines.Explaining;

/// <summary>Walks the days of one count after another; each day is told once, as counted, skipped, excluded or overdue.</summary>
internal sealed class PeriodWalker(SpanWriter writer, bool hasDays)
{
    private FoldPeriod? _period;
    private DateOnly _cursor;
    private int _next;

    public void Begin(FoldPeriod period)
    {
        (_period, _cursor, _next) = (period, period.Start.AddDays(1), 0);
        writer.Restart();
    }

    /// <summary>Tells no further day until the next count begins.</summary>
    public void Stop() => _cursor = DateOnly.MaxValue;

    public void WalkTo(DateOnly until)
    {
        if (!hasDays) return;
        var exclusions = _period!.Exclusions;
        while (_cursor <= until)
        {
            while (_next < exclusions.Count && exclusions[_next].Last < _cursor) _next++;
            var ahead = _next < exclusions.Count ? exclusions[_next] : (Exclusion?)null;
            var last = ahead is { } span && span.First <= _cursor ? WriteExcluded(span, until)
                : WriteRun(ahead is { } later && later.First <= until ? later.First.AddDays(-1) : until);
            _cursor = last.AddDays(1);
        }
    }

    private DateOnly WriteExcluded(in Exclusion span, DateOnly until)
    {
        var last = span.Last < until ? span.Last : until;
        writer.WriteExcluded(_cursor, last, span.Text, span.Article);
        return last;
    }

    private DateOnly WriteRun(DateOnly until)
    {
        if (_cursor > _period!.Due)
        {
            writer.WriteOverdue(_cursor, until);
            return until;
        }

        var last = _period.Due < until ? _period.Due.Value : until;
        writer.WriteCounted(_cursor, last);
        return last;
    }
}
