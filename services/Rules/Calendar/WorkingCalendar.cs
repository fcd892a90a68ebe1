using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>
/// The working calendar (工作日历): weekends, days off and make-up days of the State Council's yearly notices, and what the
/// authority's region adds to them. Immutable; a new notice gives a new calendar with another <see cref="Version"/>.
/// </summary>
public sealed partial class WorkingCalendar
{
    // Working days are numbered over the whole supported range, so adding and counting are two array reads whatever the length.
    private readonly int[] through;
    private readonly int[] ordinals;
    private readonly bool[] working;
    private readonly Dictionary<int, (NoticeDay Day, bool Regional)> days;
    private readonly bool[] loadedYears;
    private readonly bool[] regionalYears;

    // Provisional days up to each day, so that a span is asked in two array reads too.
    private readonly int[] provisionalThrough;

    private WorkingCalendar(IEnumerable<NoticeDay> days, IEnumerable<int> years, CalendarRegion? region = null,
        IEnumerable<NoticeDay>? supplement = null, IEnumerable<int>? supplementYears = null)
    {
        Years = [.. years.Distinct().Order()];
        Days = [.. days.OrderBy(day => day.Date)];
        Region = region;
        RegionalYears = [.. (supplementYears ?? []).Distinct().Order()];
        RegionalDays = [.. (supplement ?? []).OrderBy(day => day.Date)];

        // Of a day that both arrange the region has the last word: it may grant more, and moves its own days.
        this.days = Days.ToDictionary(day => day.Date.DayNumber - Origin, day => (day, false));
        foreach (var day in RegionalDays) this.days[day.Date.DayNumber - Origin] = (day, true);
        (loadedYears, regionalYears) = (Marked(Years), Marked(RegionalYears));

        var length = MaxDate.DayNumber - Origin + 1;
        this.through = new int[length];
        working = new bool[length];
        var ordinals = new List<int>(length);
        for (var index = 0; index < length; index++)
        {
            working[index] = this.days.TryGetValue(index, out var known) ? !known.Day.IsOffDay
                : !IsWeekend(DateOnly.FromDayNumber(Origin + index));
            if (working[index]) ordinals.Add(index);
            this.through[index] = ordinals.Count;
        }

        this.ordinals = [.. ordinals];
        provisionalThrough = CountProvisional(length);
        Version = ComputeVersion();
    }

    /// <summary>First day that can be computed with.</summary>
    public static readonly DateOnly MinDate = new(1990, 1, 1);

    /// <summary>Last day that can be computed with.</summary>
    public static readonly DateOnly MaxDate = new(2099, 12, 31);

    private static readonly int Origin = MinDate.DayNumber;

    /// <summary>Years whose national notice is loaded, ascending.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Every row of the loaded national notices, ascending by day.</summary>
    public ImmutableArray<NoticeDay> Days { get; }

    /// <summary>The region whose supplement counts beside the national notices; null where there is none.</summary>
    public CalendarRegion? Region { get; }

    /// <summary>Years whose regional supplement is loaded, ascending.</summary>
    public ImmutableArray<int> RegionalYears { get; }

    /// <summary>Every row of the loaded supplements, ascending by day.</summary>
    public ImmutableArray<NoticeDay> RegionalDays { get; }

    /// <summary>Version: the loaded years, the region and a digest of all of it; equal data give equal versions.</summary>
    public string Version { get; }

    /// <summary>Builds a calendar.</summary>
    /// <param name="days">Rows of the notices; each day once.</param>
    /// <param name="years">Years whose notice the rows come from.</param>
    /// <returns>The calendar.</returns>
    public static WorkingCalendar Create(IEnumerable<NoticeDay> days, IEnumerable<int> years) => new(days, years);

    /// <summary>The same calendar for a region, without any supplement yet: until there is one, its days may still change.</summary>
    /// <param name="region">The region.</param>
    /// <returns>A new calendar.</returns>
    public WorkingCalendar In(CalendarRegion region) => new(Days, Years, region);

    /// <summary>The same calendar with a notice in place of the one of its scope and year.</summary>
    /// <param name="notice">The notice.</param>
    /// <returns>A new calendar.</returns>
    /// <exception cref="ArgumentException">A supplement, and the calendar belongs to no region.</exception>
    public WorkingCalendar With(CalendarNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Scope == NoticeScope.National)
        {
            // Of a day that two years arrange the notice laid on last holds: laying on is never refused, so that no notice of one
            // authority can keep a process from counting for the others.
            var own = notice.Days.Select(day => day.Date).ToHashSet();
            return new(Days.Where(day => !HolidayNotice.Belongs(day, notice.Year) && !own.Contains(day.Date)).Concat(notice.Days),
                Years.Append(notice.Year), Region, RegionalDays, RegionalYears);
        }

        if (Region is null) throw new ArgumentException("The calendar belongs to no region.", nameof(notice));
        return new(Days, Years, Region, RegionalDays.Where(day => day.Date.Year != notice.Year).Concat(notice.Days),
            RegionalYears.Append(notice.Year));
    }

    /// <summary>The loaded notice of a year.</summary>
    /// <param name="scope">National or the region's.</param>
    /// <param name="year">The year.</param>
    /// <returns>The notice; null where none is loaded.</returns>
    public CalendarNotice? NoticeOf(NoticeScope scope, int year) => !IsLoaded(year, scope) ? null
        : new(scope, year, scope == NoticeScope.National ? [.. Days.Where(day => HolidayNotice.Belongs(day, year))]
            : [.. RegionalDays.Where(day => day.Date.Year == year)]);

    /// <summary>Whether a day can be computed with.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True from <see cref="MinDate"/> to <see cref="MaxDate"/>.</returns>
    public static bool Supports(DateOnly date) => date >= MinDate && date <= MaxDate;

    /// <summary>Whether the notice of a year is loaded.</summary>
    /// <param name="year">The year.</param>
    /// <param name="scope">The national notice, or the region's supplement.</param>
    /// <returns>True when it is.</returns>
    public bool IsLoaded(int year, NoticeScope scope = NoticeScope.National)
    {
        var marks = scope == NoticeScope.National ? loadedYears : regionalYears;
        return (uint)year < (uint)marks.Length && marks[year];
    }

    /// <summary>Whether a span touches a day that a notice not yet loaded may still change: see
    /// <see cref="IsProvisional(DateOnly)"/>.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <returns>True when an answer about the span may still change.</returns>
    public bool IsProvisional(DateOnly from, DateOnly to)
        => provisionalThrough[Index(to)] - (from > MinDate ? provisionalThrough[Index(from) - 1] : 0) > 0;

    /// <summary>
    /// Whether a notice not yet loaded may still change a day: a day of a year without its notice, or without its region's supplement,
    /// and the last days of December without the next year's, which arranges new year's day (元旦) and has moved days from 29 December
    /// on (2018, 2022).
    /// </summary>
    /// <param name="date">The day.</param>
    /// <returns>True when its status may still change.</returns>
    public bool IsProvisional(DateOnly date) => !IsLoaded(date.Year) || (IsYearsEnd(date) && !IsLoaded(date.Year + 1))
        || (Region is not null && !IsLoaded(date.Year, NoticeScope.Regional));

    /// <summary>Whether a day belongs to the last days of a year (25 to 31 December) that the next year's notice may arrange.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True from 25 December on.</returns>
    internal static bool IsYearsEnd(DateOnly date) => date is { Month: 12, Day: >= 25 };

    /// <summary>A day's status and its reason.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The status.</returns>
    public DayStatus IsWorkingDay(DateOnly date)
    {
        var provisional = IsProvisional(date);
        if (this.days.TryGetValue(Index(date), out var known))
        {
            return new DayStatus(date, known.Day.IsOffDay ? DayKind.Holiday : DayKind.MakeUp, known.Day.Name, provisional, known.Regional);
        }

        return new DayStatus(date, IsWeekend(date) ? DayKind.Weekend : DayKind.Weekday, null, provisional);
    }

    /// <summary>Whether people work on a day, without the reason.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True on weekdays without a holiday and on make-up days.</returns>
    public bool Works(DateOnly date) => working[Index(date)];

    /// <summary>The day that is a number of working days after another; the first day itself is not counted (当日不计).</summary>
    /// <param name="from">The day not counted, for instance of receipt.</param>
    /// <param name="days">Working days; 0 gives <paramref name="from"/> itself.</param>
    /// <returns>The due day.</returns>
    public CalendarDate AddWorkingDays(DateOnly from, WorkingDays days)
    {
        var due = AddWorkingDays(from, days.Value);
        return new CalendarDate(due, IsProvisional(from, due));
    }

    /// <summary>The day that is a number of calendar days after another.</summary>
    /// <param name="from">The day not counted.</param>
    /// <param name="days">Calendar days.</param>
    /// <returns>The due day; never provisional, because holidays do not matter.</returns>
    public static CalendarDate AddCalendarDays(DateOnly from, CalendarDays days) => new(Checked(from.AddDays(days.Value)), false);

    /// <summary>The day that is a number of months after another, clamped to the month's end (1 month after 31 January is 28 or 29
    /// February).</summary>
    /// <param name="from">The starting day.</param>
    /// <param name="months">Months.</param>
    /// <returns>The due day; never provisional, because holidays do not matter.</returns>
    public static CalendarDate AddMonths(DateOnly from, Months months) => new(Checked(from.AddMonths(months.Value)), false);

    /// <summary>Working days after a day, up to and including another.</summary>
    /// <param name="from">The day not counted.</param>
    /// <param name="to">The last day counted.</param>
    /// <returns>The count; negative when <paramref name="to"/> is earlier.</returns>
    public WorkingDayCount CountWorkingDays(DateOnly from, DateOnly to)
    {
        var provisional = from <= to ? IsProvisional(from, to) : IsProvisional(to, from);
        return new WorkingDayCount(Count(from, to), provisional);
    }

    internal DateOnly AddWorkingDays(DateOnly from, int days)
    {
        if (days == 0) return Checked(from);
        var ordinal = this.through[Index(from)] + days - 1;
        if ((uint)ordinal >= (uint)this.ordinals.Length) throw OutsideRange(from);
        return DateOnly.FromDayNumber(Origin + this.ordinals[ordinal]);
    }

    internal DateOnly? TryAdd(DateOnly from, WorkingDays days)
    {
        var ordinal = this.through[Index(from)] + days.Value - 1;
        if (days.Value == 0) return from;
        return (uint)ordinal < (uint)this.ordinals.Length ? DateOnly.FromDayNumber(Origin + this.ordinals[ordinal]) : null;
    }

    internal static DateOnly? TryAdd(DateOnly from, CalendarDays days) => Within(from.AddDays(days.Value));

    internal static DateOnly? TryAdd(DateOnly from, Months months) => Within(from.AddMonths(months.Value));

    internal int Count(DateOnly from, DateOnly to) => this.through[Index(to)] - this.through[Index(from)];

    private static int Index(DateOnly date)
    {
        var index = date.DayNumber - Origin;
        return (uint)index <= (uint)(MaxDate.DayNumber - Origin) ? index : throw OutsideRange(date);
    }

    private static DateOnly? Within(DateOnly date) => Supports(date) ? date : null;

    private static DateOnly Checked(DateOnly date) => Supports(date) ? date : throw OutsideRange(date);

    private static ArgumentOutOfRangeException OutsideRange(DateOnly date)
        => new(nameof(date), date, $"The calendar computes from {MinDate:yyyy-MM-dd} to {MaxDate:yyyy-MM-dd}.");

    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private int[] CountProvisional(int length)
    {
        var through = new int[length];
        for (var index = 0; index < length; index++)
        {
            through[index] = (index > 0 ? through[index - 1] : 0) + (IsProvisional(DateOnly.FromDayNumber(Origin + index)) ? 1 : 0);
        }

        return through;
    }

    private static bool[] Marked(ImmutableArray<int> years)
    {
        var marks = new bool[MaxDate.Year + 1];
        foreach (var year in years) marks[year] = true;
        return marks;
    }

    private string ComputeVersion()
    {
        var text = new StringBuilder();
        Write(text, Days);
        if (Region is { } region) Write(text.Append(region.Code).Append(' ').AppendJoin(',', RegionalYears).Append('\n'), RegionalDays);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
        var years = Years.IsEmpty ? "none" : string.Join(',', Spans(Years));
        return Region is null ? $"{years}+{digest}" : $"{years}+{Region.Code}+{digest}";
    }

    /// <summary>Years that follow each other as one span: 2019-2026.</summary>
    private static IEnumerable<string> Spans(ImmutableArray<int> years)
    {
        for (var first = 0; first < years.Length;)
        {
            var last = first;
            while (last + 1 < years.Length && years[last + 1] == years[last] + 1) last++;
            yield return first == last ? $"{years[first]}" : $"{years[first]}-{years[last]}";
            first = last + 1;
        }
    }

    private static void Write(StringBuilder text, ImmutableArray<NoticeDay> days)
    {
        foreach (var day in days) text.Append(day.Date.DayNumber).Append(day.IsOffDay ? '-' : '+').Append(day.Name).Append('\n');
    }
}
