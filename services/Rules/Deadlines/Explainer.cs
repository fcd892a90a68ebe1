using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>Turns a fold into lines that an applicant can follow with a calendar in hand.</summary>
internal static class Explainer
{
    public static List<ExplanationLine> Explain(WorkingCalendar calendar, LimitRule limit, CaseFold fold, ClockReading reading, List<FoldEvent> events)
    {
        var lines = new List<ExplanationLine>(events.Count + 16);
        var citation = limit.Citation.Source + limit.Citation.Article;
        if (fold.Start is not { } start) return lines;
        if (limit.Unit != LimitUnit.WorkingDay || reading.Due is not { } due)
        {
            foreach (var happened in events) lines.Add(Event(happened, 0));
            if (reading.Due is { } last) lines.Add(Last(start, last, limit, citation));
            return lines;
        }

        var writer = new SpanWriter(calendar, citation, lines);
        var next = 0;
        while (next < events.Count && events[next].On <= start) lines.Add(Event(events[next++], 0));
        var cursor = start.AddDays(1);
        for (; next < events.Count && events[next].On <= due; next++)
        {
            Days(fold, writer, ref cursor, events[next].On);
            lines.Add(Event(events[next], writer.Total));
        }

        Days(fold, writer, ref cursor, due);
        var text = fold.UnblockedOn == due ? "特殊原因已消除，应于当日公开" : $"第 {writer.Total} 个工作日，期限届满";
        lines.Add(new(due, due, ExplanationKind.Due, 0, writer.Total, text, citation));
        for (; next < events.Count; next++) lines.Add(Event(events[next], writer.Total));
        Notes(calendar, reading, start, due, lines);
        return lines;
    }

    private static void Days(CaseFold fold, SpanWriter writer, ref DateOnly cursor, DateOnly until)
    {
        while (cursor <= until)
        {
            var (pause, end) = NextPause(fold, cursor, until);
            if (pause is not { } excluded)
            {
                writer.WriteWorkingDays(cursor, until);
                cursor = until.AddDays(1);
                return;
            }

            var first = excluded.From.AddDays(1);
            if (first > cursor) writer.WriteWorkingDays(cursor, excluded.From);
            else first = cursor;
            writer.WriteExcluded(first, end, $"征求{CaseFold.NameOf(excluded.Kind, excluded.With)}意见期间", CaseFold.ArticleOf(excluded.Kind));
            cursor = end.AddDays(1);
        }
    }

    // The first excluded span that still covers a day from the cursor on; its end is cut at the day of the next event.
    private static (Pause? Pause, DateOnly End) NextPause(CaseFold fold, DateOnly cursor, DateOnly until)
    {
        foreach (var pause in fold.Pauses ?? [])
        {
            if (CaseFold.Excludes(pause) && pause.Until is { } end && end >= cursor && pause.From < until) return (pause, end < until ? end : until);
        }

        return (null, until);
    }

    private static ExplanationLine Event(in FoldEvent happened, int total)
        => new(happened.On, happened.On, ExplanationKind.Fact, 0, total, happened.Text, happened.Article);

    private static ExplanationLine Last(DateOnly start, DateOnly due, LimitRule limit, string citation)
    {
        var days = due.DayNumber - start.DayNumber;
        var text = limit.Unit switch
        {
            LimitUnit.CalendarDay => $"自次日起计 {limit.Amount} 日，期限届满",
            LimitUnit.Month => $"自 {start:yyyy-MM-dd} 起计 {limit.Amount} 个月，对应日（无对应日的为月末）届满",
            LimitUnit.Immediate or LimitUnit.BeforeStart => "当日届满",
            _ => "规定的截止日",
        };
        return new(due, due, ExplanationKind.Due, days, days, text, citation);
    }

    private static void Notes(WorkingCalendar calendar, ClockReading reading, DateOnly start, DateOnly due, List<ExplanationLine> lines)
    {
        if (reading.Statutory is { Due: { } law } statutory && law != due)
        {
            lines.Add(new(law, law, ExplanationKind.Note, 0, statutory.Amount, $"法定期限 {statutory.Amount} 个工作日，于该日届满",
                statutory.Citation.Source + statutory.Citation.Article));
        }

        if (!reading.Local.Provisional) return;
        for (var year = start.Year; year <= due.Year; year++)
        {
            if (!calendar.IsLoaded(year))
            {
                lines.Add(new(due, due, ExplanationKind.Note, 0, 0, $"{year} 年放假安排尚未载入，该年日期只按周休息日推算，为暂定", Articles.Notice));
            }
        }
    }
}
