using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

/// <summary>How many days off a notice may give, and whose they are.</summary>
public sealed class NoticeCountTests
{
    private const string Header = "date,isOffDay,name\n";

    private static readonly WorkingCalendar Xinjiang = WorkingCalendars.Embedded.Of(new CalendarRegion("xinjiang", "新疆维吾尔自治区"));

    // The Wednesdays of July, August and October 2027, which no other notice arranges.
    private static readonly string[] Wednesdays =
        ["07-07", "07-14", "07-21", "07-28", "08-04", "08-11", "08-18", "08-25", "10-13", "10-20"];

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, "2027 年的放假安排除去周休息日和调休上班日净放假 21 天，应为法定的 13 天（至多 20 天），请核对是否缺行或多行。")]
    public void Seven_days_more_than_the_law_grants_are_the_most(int more, string? message)
    {
        var rows = Wednesdays.Take(more).Select(day => $"\n2027-{day},true,国庆节");
        var import = HolidayNotice.Import(WorkingCalendar.Embedded, 2027,
            new StringReader(HolidayNoticeTests.Notice2027 + string.Concat(rows)));
        Assert.Equal(message is null ? [] : [message], import.Conflicts.Select(conflict => conflict.Message));
    }

    [Theory]
    [InlineData("2026-12-31,true,元旦\n2027-01-01,true,元旦\n", "2027 年的放假安排中没有“元旦”的放假日。")]
    [InlineData("2027-04-05,true,清明节\n", "2027 年的放假安排中没有“清明”的放假日。")]
    [InlineData("2027-06-09,true,端午节\n", "2027 年的放假安排中没有“端午”的放假日。")]
    [InlineData("2027-09-15,true,中秋节\n", "2027 年的放假安排中没有“中秋”的放假日。")]
    public void Each_holiday_of_the_law_has_its_day(string rows, string message)
    {
        var csv = HolidayNoticeTests.Notice2027.Replace(rows, "", StringComparison.Ordinal);
        Assert.Contains(HolidayNotice.Import(WorkingCalendar.Embedded, 2027, new StringReader(csv)).Conflicts,
            conflict => conflict.Message == message && conflict.Line == 0);
    }

    [Theory]
    [InlineData(1990, "元旦1 春节3 劳动节1 国庆2")]
    [InlineData(1999, "元旦1 春节3 劳动节1 国庆2")]
    [InlineData(2000, "元旦1 春节3 劳动节3 国庆3")]
    [InlineData(2007, "元旦1 春节3 劳动节3 国庆3")]
    [InlineData(2008, "元旦1 春节3 清明1 劳动节1 端午1 中秋1 国庆3")]
    [InlineData(2024, "元旦1 春节3 清明1 劳动节1 端午1 中秋1 国庆3")]
    [InlineData(2025, "元旦1 春节4 清明1 劳动节2 端午1 中秋1 国庆3")]
    [InlineData(2099, "元旦1 春节4 清明1 劳动节2 端午1 中秋1 国庆3")]
    public void The_holidays_of_a_year_are_those_of_its_law(int year, string holidays)
        => Assert.Equal(holidays, string.Join(' ', HolidayNotice.Statutory(year).Select(holiday => $"{holiday.Name}{holiday.Days}")));

    [Fact]
    public void A_year_that_is_loaded_says_so_and_a_day_of_another_years_notice_names_its_holiday()
    {
        var again = HolidayNotice.Import(WorkingCalendar.Embedded, 2026,
            new StringReader(HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026)));
        Assert.Equal((NoticeConflictKind.YearAlreadyLoaded, 0, "2026 年的放假安排已经载入；更正请选择替换。"),
            Assert.Single(again.Conflicts) is var found ? (found.Kind, found.Line, found.Message) : default);
        Assert.Contains("第 2 行：2026-01-01 已由另一年的放假安排规定（元旦），不重复载入。", again.Warnings.Select(warning => warning.Message));
        var against = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(Header + "2026-01-04,true,元旦\n"));
        Assert.Contains("第 2 行：2026-01-04 在已载入的安排中为上班（元旦）。", against.Conflicts.Select(conflict => conflict.Message));
        var worked = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(Header + "2026-01-03,false,元旦\n"));
        Assert.Contains("第 2 行：2026-01-03 在已载入的安排中为放假（元旦）。", worked.Conflicts.Select(conflict => conflict.Message));
    }

    [Fact]
    public void The_year_of_a_file_is_that_of_most_of_its_rows()
    {
        Assert.Equal(2027, YearOf("2026-12-31,true,元旦\n2026-05-01,true,劳动节\n2027-05-01,true,劳动节\n"));
        Assert.Equal(2026, YearOf("2026-12-31,true,元旦\n2026-12-24,true,元旦\n2026-12-31,true,春节\n"));
        Assert.Equal(2027, YearOf("2026-12-25,true,元旦\n"));
        Assert.Null(YearOf("never,true,元旦\n"));
        static int? YearOf(string rows) => HolidayNotice.YearOf(new StringReader(Header + rows));
    }

    [Fact]
    public void A_notice_is_written_as_it_is_read()
    {
        Assert.Equal(Header, HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2027));
        Assert.StartsWith(Header + "2018-12-29,false,元旦\n2018-12-30,true,元旦\n", HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2019),
            StringComparison.Ordinal);
        Assert.Equal(Header + "2023-04-21,true,肉孜节\n2023-06-28,true,古尔邦节\n2023-06-29,true,古尔邦节\n2023-06-30,true,古尔邦节\n",
            HolidayNotice.ToCsv(Xinjiang, 2023, NoticeScope.Regional));
        Assert.Equal(Header, HolidayNotice.ToCsv(Xinjiang, 2026, NoticeScope.Regional));
    }

    [Theory]
    [InlineData("2026-02-17,false,春节", "第 2 行：2026-02-17 全国放假（春节），本地区不能安排上班。")]
    [InlineData("2025-03-10,true,肉孜节", "第 2 行：2025-03-10 不属于本地区 2026 年的放假安排。")]
    [InlineData("2026-03-21,false,肉孜节", "除去周休息日和调休上班日，本地区比全国净多放假 -1 天，应为 0 至 8 天，请核对是否缺行或多行。")]
    public void What_a_region_may_not_arrange_is_told(string row, string message)
        => Assert.Contains(message, Import(2026, row).Conflicts.Select(conflict => conflict.Message));

    [Fact]
    public void A_regions_year_is_loaded_once_and_after_the_nations()
    {
        var again = Import(2025, "2025-03-31,true,肉孜节");
        Assert.Equal("新疆维吾尔自治区 2025 年的放假安排已经载入；更正请选择替换。", Assert.Single(again.Conflicts).Message);
        Assert.Equal("2027 年全国的放假安排尚未载入，请先载入：地区的安排以它为基础。", Assert.Single(Import(2027, "2027-03-10,true,肉孜节").Conflicts).Message);
        var none = RegionalNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(Header + "2026-03-20,true,肉孜节\n"));
        Assert.Equal("规则包没有写明地区，不能载入地区的放假安排。", Assert.Single(none.Conflicts).Message);
    }

    [Fact]
    public void The_last_day_of_a_year_is_the_regions_of_that_year_and_its_days_lengthen_the_nations_holidays()
    {
        var december = Import(2026, "2026-12-31,true,元旦");
        Assert.Empty(december.Conflicts);
        Assert.False(december.Calendar!.Works(new(2026, 12, 31)));

        // 25 to 27 September and 1 to 7 October are off in the whole country, 28 to 30 September lie between.
        var bridge = Import(2026, "2026-09-28,true,古尔邦节\n2026-09-29,true,古尔邦节\n2026-09-30,true,古尔邦节");
        Assert.Equal("第 2 行：2026-09-25 至 2026-10-07 连续放假 13 天，至多应有 12 天，请核对。", Assert.Single(bridge.Conflicts).Message);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Eight_days_more_than_the_nation_are_the_most(int days, bool taken)
    {
        var rows = Enumerable.Range(0, days).Select(week => $"{new DateOnly(2026, 7, 8).AddDays(7 * week):yyyy-MM-dd},true,古尔邦节\n");
        Assert.Equal(taken, Import(2026, string.Concat(rows)).Calendar is not null);
    }

    [Fact]
    public void Days_moved_within_a_region_weigh_nothing_and_a_working_day_is_no_make_up_day()
    {
        // Friday 20 March off, Saturday 21 March worked for it; Monday 23 March is worked anyway.
        var moved = Import(2026, "2026-03-20,true,肉孜节\n2026-03-21,false,肉孜节\n2026-03-23,false,肉孜节");
        Assert.Equal("第 4 行：2026-03-23 本来就是工作日，不必列为调休上班，不载入；如果日期写错，请更正后重新载入。", Assert.Single(moved.Warnings).Message);
        Assert.Equal([new NoticeDay(new(2026, 3, 20), true, "肉孜节"), new NoticeDay(new(2026, 3, 21), false, "肉孜节")], moved.Notice!.Days);
        Assert.Equal((NoticeScope.Regional, 2026), (moved.Notice.Scope, moved.Notice.Year));
    }

    [Fact]
    public void Rows_that_repeat_the_nations_are_told_together_by_their_lines()
    {
        var import = Import(2026, "2026-02-16,true,春节\n2026-03-20,true,肉孜节\n2026-02-28,false,春节\n2026-02-14,true,肉孜节");
        Assert.Equal([(NoticeConflictKind.Redundant, 2, "第 2、4 行与全国的安排相同，不重复载入。"),
            (NoticeConflictKind.ContradictsLoaded, 5, "第 5 行：2026-02-14 全国调休上班（春节），本地区放假；以本地区为准。")],
            import.Warnings.Select(warning => (warning.Kind, warning.Line, warning.Message)));
        Assert.Equal([new DateOnly(2026, 2, 14), new DateOnly(2026, 3, 20)], import.Notice!.Days.Select(day => day.Date));
        var same = Import(2026, "2026-02-16,true,春节");
        Assert.Equal(["文件中没有 2026 年本地区增加的放假日。", "第 2 行与全国的安排相同，不重复载入。"], same.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void A_corrected_national_notice_says_which_day_of_the_region_stands_in_its_way()
    {
        var worked = Import(2026, "2026-03-20,true,肉孜节\n2026-03-21,false,肉孜节").Calendar!;
        var corrected = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + "2026-03-21,true,清明节\n";
        var line = corrected.Count(character => character == '\n');
        Assert.Equal($"第 {line} 行：2026-03-21 在本地区已载入的安排中为上班（肉孜节），请先更正本地区的安排。", Assert.Single(HolidayNotice
            .Import(worked, 2026, new StringReader(corrected), replace: true).Conflicts).Message);
        Assert.Empty(HolidayNotice.Import(worked, 2026, new StringReader(HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026)
            + "2026-03-22,true,清明节\n2026-03-20,true,清明节\n"), replace: true).Conflicts);
    }

    private static NoticeImport Import(int year, string rows) => RegionalNotice.Import(Xinjiang, year, new StringReader(Header + rows));
}
