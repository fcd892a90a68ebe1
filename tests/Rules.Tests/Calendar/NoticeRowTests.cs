using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

/// <summary>The rows of a notice as somebody types them: what is read, what is told and with which words.</summary>
public sealed class NoticeRowTests
{
    private const string Header = "date,isOffDay,name\n";

    // 20 rows, so that a row added to it stands on line 22.
    private static readonly string Rest = HolidayNoticeTests.Notice2027 + "\n";

    [Theory]
    [InlineData("2027-10-02,true", "第 22 行：应有 3 列，实有 2 列。")]
    [InlineData("2027-10-02,true,国庆节,1", "第 22 行：应有 3 列，实有 4 列。")]
    [InlineData("02.10.2027,true,国庆节", "第 22 行：“02.10.2027”不是有效日期（yyyy-MM-dd）。")]
    [InlineData("2027-02-29,true,春节", "第 22 行：“2027-02-29”不是有效日期（yyyy-MM-dd）。")]
    [InlineData("1989-12-31,true,元旦", "第 22 行：“1989-12-31”不是有效日期（yyyy-MM-dd）。")]
    [InlineData("2100-01-01,true,元旦", "第 22 行：“2100-01-01”不是有效日期（yyyy-MM-dd）。")]
    [InlineData("2027-10-02,是,国庆节", "第 22 行：“是”应为 true（放假）或 false（调休上班）。")]
    [InlineData("2028-10-02,true,国庆节", "第 22 行：2028-10-02 不属于 2027 年的放假安排。")]
    [InlineData("2027-12-31,true,元旦", "第 22 行：2027-12-31 不属于 2027 年的放假安排。")]
    [InlineData("2026-12-31,true,春节", "第 22 行：2026-12-31 不属于 2027 年的放假安排。")]
    [InlineData("2027-10-02,true, ", "第 22 行：2027-10-02 没有节日名称。")]
    [InlineData("2027-10-02,true,国庆节1", "第 22 行：2027-10-02 的节日名称应为 1 至 20 个文字，可以用顿号和括号，不能有数字和其他符号。")]
    [InlineData("2027-05-01,false,劳动节", "第 22 行：2027-05-01 在第 14 行与本行既放假又上班。")]
    public void A_row_that_cannot_stand_is_told_with_its_line(string row, string message)
    {
        var import = Import(2027, Rest + row);
        var conflict = Assert.Single(import.Conflicts, found => found.Message == message);
        Assert.Equal(22, conflict.Line);
        Assert.Null(import.Notice);
    }

    [Theory]
    [InlineData("2027-05-01,true,劳动节", "第 22 行：2027-05-01 与第 14 行重复，只载入一次。")]
    [InlineData("2027-10-08,false,国庆节", "第 22 行：2027-10-08 本来就是工作日，不必列为调休上班，不载入；如果日期写错，请更正后重新载入。")]
    public void A_row_that_changes_nothing_is_a_warning_with_its_line(string row, string message)
    {
        var import = Import(2027, Rest + row);
        Assert.Equal((message, 22), (Assert.Single(import.Warnings, found => found.Line == 22).Message, 22));
        Assert.Empty(import.Conflicts);
        Assert.Equal(Import(2027, Rest).Calendar!.Version, import.Calendar!.Version);
    }

    [Theory]
    [InlineData("国庆节、中秋节")]
    [InlineData("春节（除夕）")]
    [InlineData("春节(除夕)")]
    [InlineData("国庆·中秋")]
    [InlineData("国庆国庆国庆国庆国庆国庆国庆国庆国庆国庆")]
    public void Names_of_words_with_brackets_and_stops_are_names(string name)
    {
        var import = Import(2027, Rest + $" 2027-10-06 , TRUE , {name} \n");
        Assert.Empty(import.Conflicts);
        Assert.Equal(name, import.Calendar!.IsWorkingDay(new(2027, 10, 6)).Name);
    }

    [Fact]
    public void A_header_may_carry_a_byte_order_mark_and_another_is_told_while_the_rows_are_still_read()
    {
        Assert.Empty(Import(2027, "\uFEFF" + Rest).Conflicts);
        var other = Import(2027, Rest.Replace("isOffDay", "off", StringComparison.Ordinal) + "2027-10-02,true,");
        Assert.Equal(["第 1 行：表头应为“date,isOffDay,name”，实为“date,off,name”。", "第 22 行：2027-10-02 没有节日名称。"],
            other.Conflicts.Select(conflict => conflict.Message));
        Assert.Equal((NoticeConflictKind.BadHeader, 1, "第 1 行：表头应为“date,isOffDay,name”，实为“”。"),
            Assert.Single(Import(2027, "").Conflicts) is var empty ? (empty.Kind, empty.Line, empty.Message) : default);
    }

    [Fact]
    public void Empty_lines_are_passed_over_and_a_thousand_lines_are_the_most()
    {
        // 21 lines of the notice, then empty ones.
        var full = Rest + new string('\n', 1000 - 21);
        Assert.Empty(Import(2027, full).Conflicts);
        var conflict = Assert.Single(Import(2027, full + "\n\n2027-10-02,true,\n").Conflicts);
        Assert.Equal((1001, "第 1001 行：放假安排不应超过 1000 行。"), (conflict.Line, conflict.Message));
        Assert.Equal(24, Assert.Single(Import(2027, Rest + "\n  \n2027-10-02,true,\n").Conflicts).Line);
    }

    // Twelve days off in a row are the most: Thursday 1 to Tuesday 12 July, with two weekends.
    [Theory]
    [InlineData(1, 12, null)]
    [InlineData(1, 13, "第 22 行：2027-07-01 至 2027-07-13 连续放假 13 天，至多应有 12 天，请核对。")]
    [InlineData(2, 13, null)]
    public void Days_off_in_a_row_are_counted_with_the_weekends_between_them(int first, int last, string? message)
    {
        var days = Enumerable.Range(first, last - first + 1).Select(day => new DateOnly(2027, 7, day)).ToList();
        var worked = new[] { "2027-07-17", "2027-07-18", "2027-07-24" }.Select(day => $"{day},false,国庆节");
        var import = Import(2027, Rest + string.Join('\n', days.Select(day => $"{day:yyyy-MM-dd},true,国庆节").Concat(worked)));
        Assert.Equal(message is null ? [] : [message], import.Conflicts.Select(conflict => conflict.Message));
    }

    [Fact]
    public void A_holiday_that_another_notice_prolongs_is_counted_as_one()
    {
        // The notice of 2028 gives 25 to 31 December 2027; that of 2027 adds the days before, from the 20th on.
        var december = Enumerable.Range(27, 5).Select(day => new NoticeDay(new(2027, 12, day), true, "元旦"));
        var calendar = WorkingCalendar.Embedded.With(new CalendarNotice(NoticeScope.National, 2028, [.. december]));
        var days = Enumerable.Range(20, 5).Select(day => $"2027-12-{day},true,国庆节\n");
        var conflict = Assert.Single(HolidayNotice.Import(calendar, 2027, new StringReader(Rest + string.Concat(days))).Conflicts);
        Assert.Equal("第 22 行：2027-12-18 至 2028-01-02 连续放假 16 天，至多应有 12 天，请核对。", conflict.Message);
    }

    // Two make-up days stand in the notice; every one more pays for a day off, so that the sum stays right.
    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "安排了 13 个调休上班日，至多应有 12 个，请核对。")]
    public void Twelve_make_up_days_are_the_most(int more, string? message)
    {
        var sundays = Enumerable.Range(0, more).Select(week => $"{new DateOnly(2027, 6, 20).AddDays(7 * week):yyyy-MM-dd},false,国庆节\n");
        var wednesdays = Enumerable.Range(0, more).Select(week => $"{new DateOnly(2027, 6, 23).AddDays(7 * week):yyyy-MM-dd},true,国庆节\n");
        var import = Import(2027, Rest + string.Concat(sundays) + string.Concat(wednesdays));
        Assert.Equal(message is null ? [] : [message], import.Conflicts.Select(conflict => conflict.Message));
    }

    private static NoticeImport Import(int year, string csv)
        => HolidayNotice.Import(WorkingCalendar.Embedded, year, new StringReader(csv));
}
