using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Folding;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Explaining;

/// <summary>Turns a fold into lines that an applicant can follow with a calendar in hand.</summary>
internal sealed class Explainer(WorkingCalendar calendar, LimitRule limit, CaseFold fold, ClockReading reading)
{
    private readonly List<ExplanationLine> lines = new(32);
    private readonly string citation = limit.Citation.Source + limit.Citation.Article;
    private readonly Length own = Length.Of(limit);

    public List<ExplanationLine> Explain(List<FoldEvent> events)
    {
        var (periods, until) = fold.Periods(reading.AsOf);
        if (periods.Count == 0) return lines;
        var writer = new SpanWriter(calendar, limit.Unit, citation, lines);
        var walker = new PeriodWalker(writer, FixedDates.TellsDays(limit.Unit));
        var (begun, closed) = (0, false);
        foreach (var happened in events)
        {
            if (begun == periods.Count) closed = closed || Advance(walker, writer, happened, until);
            else if (begun > 0) walker.WalkTo(happened.On);
            if (happened.Mark == EventMark.Starts) walker.Begin(periods[begun++]);
            else if (happened.Mark == EventMark.Ends && begun < periods.Count) walker.Stop();
            lines.Add(new(happened.On, happened.On, ExplanationKind.Fact, 0, writer.Total, happened.Text, happened.Article));
        }

        if (!closed && until is { } end) Close(walker, writer, end);
        Notes();
        return lines;
    }

    // Days are told up to the event; what comes after the last day stands after the line that says so.
    private bool Advance(PeriodWalker walker, SpanWriter writer, in FoldEvent happened, DateOnly? until)
    {
        if (until is not { } end) return false;
        if (happened.On < end || (happened.On == end && happened.Mark != EventMark.Closes))
        {
            walker.WalkTo(happened.On);
            return false;
        }

        Close(walker, writer, end);
        return true;
    }

    private void Close(PeriodWalker walker, SpanWriter writer, DateOnly end)
    {
        // The day on which an obstacle has ended is the last day, but no day of the count.
        var freed = fold.UnblockedOn == reading.Due && reading.Due is not null && fold.Due(own) < reading.Due;
        walker.WalkTo(freed ? end.AddDays(-1) : end);
        if (reading.Due is { } due) lines
            .Add(new(due, due, ExplanationKind.Due, 0, writer.Total, freed ? "特殊原因已消除，应于当日公开" : DueText(writer.Total), citation));
    }

    private DateOnly? Unmoved => fold.Due(own with { LastDayOff = LastDayOff.Stays });

    private string DueText(int total) => limit.Unit switch
    {
        LimitUnit.CalendarDay when Unmoved < reading.Due => $"第 {total} 日为休息日，于其后首个工作日届满",
        LimitUnit.Month when Unmoved < reading.Due
            => $"自 {reading.Start:yyyy-MM-dd} 起计 {limit.Amount} 个月，对应日（无对应日的为月末）为休息日，于其后首个工作日届满",
        LimitUnit.WorkingDay when total > 0 => $"第 {total} 个工作日，期限届满",
        LimitUnit.CalendarDay when total > 0 => $"第 {total} 日，期限届满",
        LimitUnit.Month => $"自 {reading.Start:yyyy-MM-dd} 起计 {limit.Amount} 个月，对应日（无对应日的为月末）届满",
        LimitUnit.Prompt when total > 0 => "起算日为休息日，于其后首个工作日届满",
        LimitUnit.WorkingDay or LimitUnit.CalendarDay or LimitUnit.Immediate or LimitUnit.Prompt or LimitUnit.BeforeStart => "当日届满",
        LimitUnit.SetDate => $"责令机关所定的 {total} 个工作日，期限届满",
        _ => "规定的截止日",
    };

    private void Notes()
    {
        NoteDayOff(reading.Local, "");
        if (reading.Latest is { Due: { } upper } latest && upper != reading.Due) Note(upper, latest, "最迟");
        if (reading.Statutory is { Due: { } law } statutory && law != reading.Due) Note(law, statutory, "法定期限");
        if (reading.WithoutLateCorrection is { Due: { } alarm } without) Note(alarm, without, "补正告知逾期、期限不因此重新计算的，法定期限");
        if (reading.Due is not { } due || !reading.Local.Provisional) return;
        var first = FixedDates.CountsWorkingDays(limit.Unit) ? reading.Start!.Value : Unmoved ?? due;
        for (var year = first.Year; year <= due.Year; year++)
        {
            if (!calendar.IsLoaded(year)) Provisional(due, $"{year} 年放假安排尚未载入，该年日期只按周休息日推算，为暂定", Articles.Notice);
            else if (calendar.Region is { } region && !calendar.IsLoaded(year, NoticeScope.Regional))
                Provisional(due, $"{region.Name} {year} 年的放假安排尚未载入，该年日期只按全国的安排推算，为暂定", region.Source);
        }

        if (WorkingCalendar.IsYearsEnd(due) && calendar.IsLoaded(due.Year) && !calendar.IsLoaded(due.Year + 1))
        {
            Provisional(due, $"{due.Year + 1} 年放假安排尚未载入，{due.Year}-12-25 以后的日期可能因元旦放假调休而变，为暂定", Articles.Notice);
        }
    }

    private void Note(DateOnly day, ClockTrack track, string name)
    {
        var unit = track.Unit switch
        {
            LimitUnit.WorkingDay => " 个工作日",
            LimitUnit.CalendarDay => " 日",
            LimitUnit.Month => " 个月",
            _
            => null
        };
        lines.Add(new(day, day, ExplanationKind.Note, 0, 0, unit is null ? $"{name}于该日届满" : $"{name} {track.Amount}{unit}，于该日届满",
            track.Citation.Source + track.Citation.Article));
        NoteDayOff(track, name);
    }

    // Who reads a day off as the last day expects it to move, as the periods of the Civil Code do.
    private void NoteDayOff(ClockTrack track, string name)
    {
        if (track.Due is not { } last) return;
        if (track.DayOff is { } off)
        {
            var kind = off.Kind == DayKind.Holiday ? $"{off.Name}放假" : "周休息日";
            var next = off.NextWorkingDay is { } day ? $"（其后首个工作日为 {day:yyyy-MM-dd}）" : "";
            lines.Add(new(last, last, ExplanationKind.Note, 0, 0, $"{name}最后一日为{kind}{(off.Provisional ? "，放假安排尚未载入，为暂定" : "")}；"
                + $"已知规定未使该期限顺延，仍于当日届满{next}。顺延是民事期间的规定", Articles.CivilPeriods));
        }
        else if (FixedDates.MayEndOnDayOff(track.Unit) && !track.Provisional && calendar.IsProvisional(last))
        {
            lines.Add(new(last, last, ExplanationKind.Note, 0, 0, $"{name}最后一日的放假安排尚未载入，当日是否为休息日未定", Articles.Notice));
        }
    }

    private void Provisional(DateOnly due, string text, string source) => lines.Add(new(due, due, ExplanationKind.Note, 0, 0, text,
        source));
}
