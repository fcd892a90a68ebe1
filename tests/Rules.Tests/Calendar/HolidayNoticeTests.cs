using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

public sealed class HolidayNoticeTests
{
    // An invented notice: thirteen statutory days off, and as many days worked as are moved.
    internal static readonly string Notice2027 = string.Join('\n',
        "date,isOffDay,name", "2026-12-31,true,元旦", "2027-01-01,true,元旦", "2027-01-03,false,元旦",
        "2027-02-05,true,春节", "2027-02-06,true,春节", "2027-02-07,true,春节", "2027-02-08,true,春节", "2027-02-09,true,春节", "2027-02-10,true,春节",
        "2027-02-11,true,春节", "2027-01-31,false,春节", "2027-04-05,true,清明节", "2027-05-01,true,劳动节", "2027-05-03,true,劳动节",
        "2027-05-04,true,劳动节",
        "2027-06-09,true,端午节", "2027-09-15,true,中秋节", "2027-10-01,true,国庆节", "2027-10-04,true,国庆节", "2027-10-05,true,国庆节");

    [Fact]
    public void A_new_year_makes_its_dates_final()
    {
        var import = Import(2027, Notice2027);
        Assert.Empty(import.Conflicts);
        var calendar = import.Calendar!;
        Assert.Equal(2027, calendar.Years[^1]);
        Assert.NotEqual(WorkingCalendar.Embedded.Version, calendar.Version);
        Assert.Equal(new CalendarDate(new(2027, 1, 4), false), calendar.AddWorkingDays(new(2026, 12, 30), new WorkingDays(2)));
        Assert.True(WorkingCalendar.Embedded.Works(new(2026, 12, 31)));
    }

    [Fact]
    public void A_conflict_quotes_no_more_of_a_row_than_finds_it_again()
    {
        var import = Import(2027, Notice2027 + $"\n{new string('x', 100_000)},true,国庆节\n2027-10-02,{new string('y', 100_000)},国庆节");
        Assert.Equal(2, import.Conflicts.Count);
        Assert.All(import.Conflicts, conflict => Assert.InRange(conflict.Message.Length, 1, 200));
        Assert.InRange(Assert.Single(Import(2027, new string('z', 100_000)).Conflicts,
            conflict => conflict.Kind == NoticeConflictKind.BadHeader).Message.Length, 1, 200);
    }

    [Fact]
    public void Every_conflict_is_reported_at_once()
    {
        var import = Import(2027, Notice2027.Replace("2027-09-15,true,中秋节\n", "", StringComparison.Ordinal) + "\n" + string.Join('\n',
            "2027-03-03,false,春节", "2027-02-05,true,春节", "2027-01-31,true,春节", "2028-01-03,true,元旦", "2027-05-05,true,",
            "2027-13-01,true,国庆节", "2027-10-02,yes,国庆节", "2027-10-03,true", "2026-12-30,true,春节"));
        Assert.Null(import.Calendar);
        Assert.Equal(
            [
                (NoticeConflictKind.MissingHoliday, 0), (NoticeConflictKind.Contradiction, 23), (NoticeConflictKind.WrongYear, 24),
                    (NoticeConflictKind.MissingName, 25),
                (NoticeConflictKind.BadRow, 26), (NoticeConflictKind.BadRow, 27), (NoticeConflictKind.BadRow, 28),
                (NoticeConflictKind.WrongYear, 29),
            ],
            import.Conflicts.Select(conflict => (conflict.Kind, conflict.Line)));
        Assert.Equal([(NoticeConflictKind.MakeUpOnWorkingDay, 21), (NoticeConflictKind.Duplicate, 22)],
            import.Warnings.Select(warning => (warning.Kind, warning.Line)));
    }

    /// <summary>Case <c>calendar-import-2020-real-file</c>: the extension of 2020 says of a Monday that people work again.</summary>
    [Fact]
    public void A_row_that_says_what_is_so_anyway_is_left_out_and_warned_about()
    {
        var csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2020) + "2020-02-03,false,春节\n2020-06-25,true,端午节\n";
        var import = HolidayNotice.Import(WorkingCalendar.Embedded, 2020, new StringReader(csv), replace: true);
        Assert.Empty(import.Conflicts);
        Assert.Equal([NoticeConflictKind.MakeUpOnWorkingDay, NoticeConflictKind.Duplicate],
            import.Warnings.Select(warning => warning.Kind));
        Assert.Equal(WorkingCalendar.Embedded.Version, import.Calendar!.Version);
        Assert.Equal(DayKind.Weekday, import.Calendar.IsWorkingDay(new(2020, 2, 3)).Kind);
    }

    /// <summary>清明, 端午 and 中秋 are holidays since 2008; before, 劳动节 had three days, and one before 2000.</summary>
    [Theory]
    [InlineData(2007, "2006-12-30,false,元旦", "2006-12-31,false,元旦", "2007-01-01,true,元旦", "2007-01-02,true,元旦", "2007-01-03,true,元旦",
        "2007-02-17,false,春节", "2007-02-19,true,春节", "2007-02-20,true,春节", "2007-02-21,true,春节", "2007-02-22,true,春节",
        "2007-02-23,true,春节", "2007-02-25,false,春节", "2007-05-01,true,劳动节", "2007-05-02,true,劳动节", "2007-05-03,true,劳动节",
        "2007-10-01,true,国庆节", "2007-10-02,true,国庆节", "2007-10-03,true,国庆节")]
    [InlineData(1998, "1998-01-01,true,元旦", "1998-01-28,true,春节", "1998-01-29,true,春节", "1998-01-30,true,春节", "1998-05-01,true,劳动节",
        "1998-10-01,true,国庆节", "1998-10-02,true,国庆节")]
    public void A_notice_is_held_to_the_holidays_of_its_own_time(int year, params string[] rows)
    {
        var import = Import(year, string.Join('\n', rows.Prepend("date,isOffDay,name")));
        Assert.Empty(import.Conflicts);
        Assert.Contains(year, import.Calendar!.Years);
        var short1 = Import(year, string.Join('\n', rows.SkipLast(1).Prepend("date,isOffDay,name")));
        Assert.Contains(short1.Conflicts, conflict => conflict.Message.Contains("国庆", StringComparison.Ordinal));
    }

    [Fact]
    public void Since_2025_two_days_of_labour_day_and_four_of_spring_festival_are_due()
    {
        var conflicts = Import(2027, Notice2027.Replace("2027-05-01,true,劳动节\n2027-05-03,true,劳动节\n", "",
            StringComparison.Ordinal)).Conflicts;
        Assert.Contains(conflicts, conflict => conflict.Message.Contains("“劳动节”只有 1 个放假日，至少应有 2 个", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("date,isOffDay,name")]
    [InlineData("date,isOffDay,name\n\n  \n")]
    public void A_notice_without_a_single_day_does_not_load_a_year(string csv)
    {
        var import = Import(2027, csv);
        Assert.Equal((null, NoticeConflictKind.NoDays), (import.Calendar, Assert.Single(import.Conflicts).Kind));
    }

    [Theory]
    [InlineData("2027-02-11,true,春节\n", "", "净放假 12 天")]
    [InlineData("2027-01-31,false,春节\n", "", null)]
    [InlineData("2027-10-04,true,国庆节\n", "", "“国庆”只有 2 个放假日")]
    public void Counts_that_no_law_grants_are_conflicts(string row, string replacement, string? message)
    {
        var conflicts = Import(2027, Notice2027.Replace(row, replacement, StringComparison.Ordinal)).Conflicts;
        if (message is null) Assert.Empty(conflicts);
        else Assert.Contains(conflicts, conflict => conflict.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_days_off_than_plausible_are_a_conflict()
    {
        var rows = Enumerable.Range(1, 12).Select(day => $"2027-07-{day:00},true,国庆节");
        Assert.Equal(NoticeConflictKind.ImplausibleCount,
            Assert.Single(Import(2027, Notice2027 + "\n" + string.Join('\n', rows)).Conflicts).Kind);
    }

    /// <summary>Half a year off, worked off on its weekends, has the right sum.</summary>
    [Theory]
    [InlineData(13, 0, "2027-07-03 至 2027-07-18 连续放假 16 天")]
    [InlineData(0, 14, "个调休上班日，至多应有 12 个")]
    public void Days_that_no_year_ever_had_together_are_a_conflict(int off, int worked, string message)
    {
        var days = Enumerable.Range(0, off).Select(day => new DateOnly(2027, 7, 5).AddDays(day)).Where(day
            => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => $"{day:yyyy-MM-dd},true,国庆节");
        var weekends = Enumerable.Range(0, 60).Select(day => new DateOnly(2027, 7, 24).AddDays(day)).Where(day
            => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Take(worked).Select(day => $"{day:yyyy-MM-dd},false,国庆节");
        Assert.Contains(Import(2027, Notice2027 + "\n" + string.Join('\n', days.Concat(weekends))).Conflicts,
            conflict => conflict.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("元旦<img src=x>")]
    [InlineData("元旦身份证520502199001011234")]
    [InlineData("元旦\u202E反")]
    [InlineData("元旦元旦元旦元旦元旦元旦元旦元旦元旦元旦元")]
    public void A_name_is_a_short_word_that_everybody_may_read(string name)
        => Assert.Equal([NoticeConflictKind.BadName], Import(2027, Notice2027.Replace("2027-01-01,true,元旦", "2027-01-01,true," + name,
            StringComparison.Ordinal)).Conflicts.Select(conflict => conflict.Kind));

    [Fact]
    public void Only_the_last_week_of_december_belongs_to_the_next_years_notice()
        => Assert.Equal(NoticeConflictKind.WrongYear, Assert.Single(Import(2027, Notice2027 + "\n2026-12-24,true,元旦").Conflicts).Kind);

    [Fact]
    public void A_day_that_another_years_notice_arranges_is_left_out_of_this_one()
    {
        var csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2022) + "2022-12-31,true,国庆节补休\n";
        var import = HolidayNotice.Import(WorkingCalendar.Embedded, 2022, new StringReader(csv), replace: true);
        Assert.Equal(NoticeConflictKind.Redundant, Assert.Single(import.Warnings).Kind);
        Assert.Equal(WorkingCalendar.Embedded.Version, import.Calendar!.Version);
    }

    /// <summary>Whatever is laid on a calendar, it counts: one authority's notice is never another's failure.</summary>
    [Fact]
    public void Laying_a_notice_on_is_never_refused()
    {
        var calendar = WorkingCalendar.Embedded.With(new CalendarNotice(NoticeScope.National, 2022,
            [new NoticeDay(new(2022, 12, 31), false, "试验"), new NoticeDay(new(2023, 1, 1), false, "试验")]));
        Assert.Equal((true, true, false), (calendar.Works(new(2022, 12, 31)), calendar.Works(new(2023, 1, 1)), calendar.Works(new(2023, 1,
            2))));
        Assert.True(calendar.With(new CalendarNotice(NoticeScope.National, 2023, [])).Works(new(2022, 12, 31)));
        Assert.StartsWith("2019-2026,2099+", WorkingCalendar.Embedded.With(new CalendarNotice(NoticeScope.National, 2099, [])).Version,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_end_is_given_up()
        => Assert.Contains(Import(2027, Notice2027 + new string('\n', 5000)).Conflicts, conflict
        => conflict.Kind == NoticeConflictKind.TooManyRows);

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_notice_that_ships_passes_its_own_import_unchanged(int year)
    {
        var csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, year);
        Assert.Equal(year, HolidayNotice.YearOf(new StringReader(csv)));
        var import = HolidayNotice.Import(WorkingCalendar.Embedded, year, new StringReader(csv), replace: true);
        Assert.Empty(import.Conflicts);
        Assert.Equal(WorkingCalendar.Embedded.Version, import.Calendar!.Version);
    }

    [Fact]
    public void A_loaded_year_is_replaced_only_on_demand()
    {
        var csv = string.Join('\n', WorkingCalendar.Embedded.Days.Where(day => day.Date.Year == 2026)
            .Select(day => $"{day.Date:yyyy-MM-dd},{(day.Date == new DateOnly(2026, 2, 14) || day.IsOffDay ? "true" : "false")},{day.Name}")
            .Prepend("date,isOffDay,name"));
        Assert.Equal([NoticeConflictKind.YearAlreadyLoaded, NoticeConflictKind.ContradictsLoaded],
            Import(2026, csv).Conflicts.Select(conflict => conflict.Kind));

        var replaced = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(csv), replace: true).Calendar!;
        Assert.False(replaced.Works(new(2026, 2, 14)));
        Assert.Equal(WorkingCalendar.Embedded.Years, replaced.Years);
    }

    [Fact]
    public void An_empty_file_has_no_header()
        => Assert.Equal(NoticeConflictKind.BadHeader, Import(2027, "").Conflicts[0].Kind);

    private static NoticeImport Import(int year, string csv) => HolidayNotice.Import(WorkingCalendar.Embedded, year, new StringReader(csv));
}
