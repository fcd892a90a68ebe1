using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Properties;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

/// <summary>新疆 adds 肉孜节 and 古尔邦节 to the national holidays (全国年节及纪念日放假办法第四条); 新源 lies there.</summary>
public sealed class RegionalCalendarTests
{
    private const string Header = "date,isOffDay,name\n";

    private static readonly RulePacks Packs = RulePacks.Load();
    private static readonly WorkingCalendar Xinjiang = WorkingCalendars.Embedded.Of(Packs["xinyuan"].Region!.OfCalendar());

    /// <summary>Case <c>clock-xinjiang-regional-holidays</c> and its variants, by the notice of the region for 2025.</summary>
    [Theory]
    [InlineData("2025-05-29", "2025-07-02", "2025-06-27")]
    [InlineData("2025-03-17", "2025-04-16", "2025-04-15")]
    [InlineData("2025-06-05", "2025-07-08", "2025-07-03")]
    public void An_application_in_xinyuan_is_due_by_its_region_and_one_in_bijie_is_not(string received, string xinyuan, string bijie)
    {
        DateOnly? DueOf(string authority) => ClockAnswer.Create(WorkingCalendars.Embedded.Of(Packs[authority].Region?.OfCalendar()), Packs,
            authority, LimitCodes.Reply, [new Fact(FactKind.Received, Day.Of(received))], Day.Of(received)).Value!.Due;
        Assert.Equal<(DateOnly?, DateOnly?)>((Day.Of(xinyuan), Day.Of(bijie)), (DueOf("xinyuan"), DueOf("bijie")));
    }

    [Fact]
    public void The_explanation_names_the_holiday_and_the_notice_it_comes_from()
    {
        var lines = DueAnswer.Create(Xinjiang, new(2025, 5, 29), 20).Value!.Explanation;
        var feast = Assert.Single(lines, line => line.Text.Contains("古尔邦节", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2025, 6, 6), new DateOnly(2025, 6, 10), ExplanationKind.Holiday), (feast.From, feast.To, feast.Kind));
        Assert.Contains("新疆维吾尔自治区", feast.Article, StringComparison.Ordinal);
        Assert.Contains("第四条", feast.Article, StringComparison.Ordinal);
        Assert.DoesNotContain("新疆", lines.First(line => line.Text.Contains("端午", StringComparison.Ordinal)).Article,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_notice_of_the_region_a_year_may_still_change_and_says_so()
    {
        Assert.True(Xinjiang.IsProvisional(new DateOnly(2026, 3, 20)));
        Assert.False(WorkingCalendar.Embedded.IsProvisional(new DateOnly(2026, 3, 20)));
        Assert.False(Xinjiang.IsProvisional(new DateOnly(2025, 6, 6), new DateOnly(2025, 6, 10)));
        var answer = DueAnswer.Create(Xinjiang, new(2026, 3, 2), 20).Value!;
        Assert.True(answer.Provisional);
        Assert.Contains("新疆维吾尔自治区 2026 年的放假安排尚未载入", Assert.Single(answer.Explanation, line => line.Kind == ExplanationKind.Note).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(DueAnswer.Create(Xinjiang, new(2025, 12, 20), 7).Value!.Explanation,
            line => line.Text.Contains("可能因元旦放假", StringComparison.Ordinal));
    }

    [Fact]
    public void A_region_without_any_notice_counts_as_the_country_does_provisionally()
    {
        var ningxia = WorkingCalendars.Embedded.Of(new CalendarRegion("ningxia", "宁夏回族自治区"));
        Assert.Equal(new CalendarDate(new(2025, 6, 27), true), ningxia.AddWorkingDays(new(2025, 5, 29), new WorkingDays(20)));
    }

    [Fact]
    public void What_repeats_the_national_notice_is_left_out()
    {
        var import = Import(2026, HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + "2026-03-20,true,肉孜节\n");
        Assert.Empty(import.Conflicts);
        Assert.Equal(NoticeConflictKind.Redundant, Assert.Single(import.Warnings).Kind);
        Assert.Equal([new NoticeDay(new(2026, 3, 20), true, "肉孜节")], import.Notice!.Days);
        Assert.Equal((DayKind.Holiday, "肉孜节", false, true), import.Calendar!.IsWorkingDay(new(2026, 3, 20)) is var day
            ? (day.Kind, day.Name, day.Provisional, day.Regional) : default);
    }

    [Fact]
    public void A_region_that_adds_nothing_says_so_by_a_header_alone()
    {
        var import = Import(2026, Header);
        Assert.Equal(NoticeConflictKind.NoDays, Assert.Single(import.Warnings).Kind);
        Assert.False(import.Calendar!.IsProvisional(new DateOnly(2026, 3, 20)));
    }

    [Fact]
    public void A_region_may_rest_on_a_national_make_up_day_and_is_asked_to_look()
    {
        var import = Import(2026, Header + "2026-02-14,true,肉孜节\n");
        Assert.Equal(NoticeConflictKind.ContradictsLoaded, Assert.Single(import.Warnings).Kind);
        Assert.Equal((false, true), (import.Calendar!.Works(new(2026, 2, 14)), WorkingCalendar.Embedded.Works(new(2026, 2, 14))));
    }

    [Theory]
    [InlineData(2026, "2026-02-17,false,春节", NoticeConflictKind.ContradictsLoaded)]
    [InlineData(2025, "2025-03-31,true,肉孜节", NoticeConflictKind.YearAlreadyLoaded)]
    [InlineData(2027, "2027-03-10,true,肉孜节", NoticeConflictKind.NationalYearMissing)]
    [InlineData(2026, "2025-03-10,true,肉孜节", NoticeConflictKind.WrongYear)]
    [InlineData(2026, "2025-12-30,true,元旦", NoticeConflictKind.WrongYear)]
    [InlineData(2026, "2026-03-21,false,肉孜节", NoticeConflictKind.ImplausibleCount)]
    public void What_stands_against_a_regional_notice_is_told(int year, string row, NoticeConflictKind kind)
    {
        var import = Import(year, Header + row + "\n");
        Assert.Null(import.Calendar);
        Assert.Contains(import.Conflicts, conflict => conflict.Kind == kind);
    }

    [Fact]
    public void More_days_than_any_region_grants_are_a_conflict()
    {
        var rows = Enumerable.Range(0, 9).Select(week => $"{new DateOnly(2026, 7, 8).AddDays(7 * week):yyyy-MM-dd},true,古尔邦节\n");
        Assert.Equal(NoticeConflictKind.ImplausibleCount, Assert.Single(Import(2026, Header + string.Concat(rows)).Conflicts).Kind);
    }

    [Fact]
    public void Nobody_works_on_a_national_holiday_because_the_region_once_said_so()
    {
        var worked = Import(2026, Header + "2026-03-20,true,肉孜节\n2026-03-21,false,肉孜节\n").Calendar!;
        var corrected = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + "2026-03-21,true,清明节\n";
        Assert.Equal(NoticeConflictKind.ContradictsLoaded, Assert.Single(HolidayNotice
            .Import(worked, 2026, new StringReader(corrected), replace: true).Conflicts).Kind);
    }

    [Fact]
    public void A_calendar_of_no_region_takes_no_regional_notice()
    {
        Assert.Equal(NoticeConflictKind.NoRegion, Assert.Single(RegionalNotice
            .Import(WorkingCalendar.Embedded, 2026, new StringReader(Header + "2026-03-20,true,肉孜节\n")).Conflicts).Kind);
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Embedded.With(new CalendarNotice(NoticeScope.Regional, 2026, [])));
    }

    [Fact]
    public void A_corrected_regional_notice_replaces_its_year_and_no_other()
    {
        var corrected = RegionalNotice.Import(Xinjiang, 2025, new StringReader(Header + "2025-03-31,true,肉孜节\n"), replace: true).Calendar!;
        Assert.Equal((false, true, false), (corrected.Works(new(2025, 3, 31)), corrected.Works(new(2025, 6, 6)), corrected.Works(new(2023,
            6, 28))));
        Assert.Equal(Xinjiang.RegionalYears, corrected.RegionalYears);
        Assert.NotEqual(Xinjiang.Version, corrected.Version);
    }

    [Fact]
    public void A_notice_put_in_its_own_place_changes_nothing()
    {
        foreach (var year in Xinjiang.Years) Assert.Equal(Xinjiang.Version,
            Xinjiang.With(Xinjiang.NoticeOf(NoticeScope.National, year)!).Version);
        foreach (var year in Xinjiang.RegionalYears)
            Assert.Equal(Xinjiang.Version, Xinjiang.With(Xinjiang.NoticeOf(NoticeScope.Regional, year)!).Version);
        Assert.Null(Xinjiang.NoticeOf(NoticeScope.Regional, 2026));
    }

    [Fact]
    public void The_version_tells_regions_and_their_loaded_years_apart()
    {
        var (bare, other) = (WorkingCalendar.Embedded.In(new("xinjiang", "新疆维吾尔自治区")),
            WorkingCalendar.Embedded.In(new("ningxia", "宁夏回族自治区")));
        string[] versions = [WorkingCalendar.Embedded.Version, Xinjiang.Version, bare.Version, other.Version,
            bare.With(new CalendarNotice(NoticeScope.Regional, 2026, [])).Version];
        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void Numbering_agrees_with_walking_day_by_day_in_a_region_too()
        => Gen.Choose(0, 1500).Select(new DateOnly(2022, 1, 1).AddDays).Zip(Gen.Choose(0, 60), (from, days) => (from, days))
            .Holds(input => Xinjiang.AddWorkingDays(input.from, new WorkingDays(input.days)).Date == Walk(input.from, input.days));

    /// <summary>The slow way: by the rows of both notices alone.</summary>
    private static DateOnly Walk(DateOnly from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            var row = Xinjiang.RegionalDays.Concat(Xinjiang.Days).Where(day => day.Date == from).Select(day
                => (NoticeDay?)day).FirstOrDefault();
            if (row is { } arranged ? !arranged.IsOffDay : from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days--;
        }

        return from;
    }

    private static NoticeImport Import(int year, string csv) => RegionalNotice.Import(Xinjiang, year, new StringReader(csv));
}
