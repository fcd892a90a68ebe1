using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Folding;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Explaining;

/// <summary>Writes day spans: consecutive days of the same kind become one line.</summary>
internal sealed class SpanWriter(WorkingCalendar calendar, LimitUnit unit, string article, List<ExplanationLine> lines)
{
    /// <summary>Days of the limit counted since the last <see cref="Restart"/>.</summary>
    public int Total { get; private set; }

    public void Restart() => Total = 0;

    public void WriteCounted(DateOnly first, DateOnly last)
    {
        if (FixedDates.CountsWorkingDays(unit))
        {
            WriteWorkingDays(first, last);
            return;
        }

        var days = Days(first, last);
        Total += days;
        lines.Add(new(first, last, ExplanationKind.Counted, days, Total, days == 1 ? $"第 {Total} 日"
            : $"第 {Total - days + 1} 至第 {Total} 日，休息日、节假日计算在内", article));
    }

    public void WriteExcluded(DateOnly first, DateOnly last, string text, string source)
    {
        var days = Days(first, last);
        lines.Add(new(first, last, ExplanationKind.Excluded, days, Total, $"{text}，{days} 个{Unit}不计入期限", source));
    }

    public void WriteOverdue(DateOnly first, DateOnly last)
        => lines.Add(new(first, last, ExplanationKind.Note, 0, Total, $"期限届满后 {Days(first, last)} 个{Unit}，超期", article));

    private string Unit => FixedDates.CountsWorkingDays(unit) ? "工作日" : "自然日";

    private int Days(DateOnly first, DateOnly last)
        => FixedDates.CountsWorkingDays(unit) ? calendar.Count(first.AddDays(-1), last) : last.DayNumber - first.DayNumber + 1;

    private void WriteWorkingDays(DateOnly first, DateOnly last)
    {
        var from = first;
        while (from <= last)
        {
            var status = calendar.IsWorkingDay(from);
            var to = from;
            var works = status.IsWorkingDay ? 1 : 0;
            while (to < last && calendar.IsWorkingDay(to.AddDays(1)) is var next && next.Kind == status.Kind && next.Name == status.Name)
            {
                to = to.AddDays(1);
                if (next.IsWorkingDay) works++;
            }

            Total += works;
            lines.Add(Line(status, from, to, works));
            from = to.AddDays(1);
        }
    }

    private ExplanationLine Line(DayStatus status, DateOnly from, DateOnly to, int works) => status.Kind switch
    {
        DayKind.Weekday => new(from, to, ExplanationKind.Counted, works, Total, works == 1 ? $"第 {Total} 个工作日"
            : $"第 {Total - works + 1} 至第 {Total} 个工作日", article),
        DayKind.MakeUp => new(from, to, ExplanationKind.MakeUp, works, Total,
            works == 1 ? $"{status.Name}调休上班，计为第 {Total} 个工作日" : $"{status.Name}调休上班，计为第 {Total - works + 1} 至第 {Total} 个工作日",
            SourceOf(status)),
        DayKind.Holiday => new(from, to, ExplanationKind.Holiday, 0, Total, $"{status.Name}放假，不计", SourceOf(status)),
        _ => new(from, to, ExplanationKind.Weekend, 0, Total, "周休息日，不计", Articles.Weekend),
    };

    private string SourceOf(DayStatus status) => status.Regional ? calendar.Region!.Source : Articles.Notice;
}
