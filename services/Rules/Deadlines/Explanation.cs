using Disclosure.Rules.Calendar;

namespace Disclosure.Rules.Deadlines;

/// <summary>What a line of an explanation is about.</summary>
public enum ExplanationKind
{
    /// <summary>事实: something happened.</summary>
    Fact,

    /// <summary>工作日: counted.</summary>
    Counted,

    /// <summary>调休上班日: counted.</summary>
    MakeUp,

    /// <summary>周休息日: not counted.</summary>
    Weekend,

    /// <summary>节假日: not counted.</summary>
    Holiday,

    /// <summary>征求意见等期间: not counted.</summary>
    Excluded,

    /// <summary>届满.</summary>
    Due,

    /// <summary>提示.</summary>
    Note,
}

/// <summary>A day or a span of days and what it did to the deadline.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Kind">What the line is about.</param>
/// <param name="Days">Days of the limit counted (or, for <see cref="ExplanationKind.Excluded"/>, working days not counted) in the line.</param>
/// <param name="Total">Days of the limit counted so far.</param>
/// <param name="Text">The line in Chinese.</param>
/// <param name="Article">Its source.</param>
public readonly record struct ExplanationLine(DateOnly From, DateOnly To, ExplanationKind Kind, int Days, int Total, string Text, string Article);

internal static class Articles
{
    public const string Counting = "条例第三十三条（收到之日的次日起算）";
    public const string Weekend = "国务院关于职工工作时间的规定第七条";
    public const string Notice = "国务院办公厅关于部分节假日安排的通知";
    public const string Correction = "条例第三十条";
    public const string ThirdParty = "条例第三十二条、第三十三条第三款";
    public const string JointOrgan = "条例第三十三条第三款、第三十四条";
    public const string Extension = "条例第三十三条第二款";
    public const string Fee = "条例第四十二条、国办函〔2020〕109号";
    public const string Facts = "事实须按发生先后记载";
}

/// <summary>Writes day spans: consecutive days of the same kind become one line.</summary>
internal sealed class SpanWriter(WorkingCalendar calendar, string article, List<ExplanationLine> lines)
{
    public int Total { get; private set; }

    public void WriteWorkingDays(DateOnly first, DateOnly last)
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

    public void WriteExcluded(DateOnly first, DateOnly last, string text, string source)
    {
        var days = calendar.Count(first.AddDays(-1), last);
        lines.Add(new(first, last, ExplanationKind.Excluded, days, Total, $"{text}，{days} 个工作日不计入期限", source));
    }

    private ExplanationLine Line(DayStatus status, DateOnly from, DateOnly to, int works) => status.Kind switch
    {
        DayKind.Weekday => new(from, to, ExplanationKind.Counted, works, Total, works == 1 ? $"第 {Total} 个工作日" : $"第 {Total - works + 1} 至第 {Total} 个工作日", article),
        DayKind.MakeUp => new(from, to, ExplanationKind.MakeUp, works, Total, $"{status.Name}调休上班，计为第 {Total} 个工作日", Articles.Notice),
        DayKind.Holiday => new(from, to, ExplanationKind.Holiday, 0, Total, $"{status.Name}放假，不计", Articles.Notice),
        _ => new(from, to, ExplanationKind.Weekend, 0, Total, "周休息日，不计", Articles.Weekend),
    };
}
