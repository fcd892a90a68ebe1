using System.Text.Json;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules clock</c>: facts in, due day, state and explanation out.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Facts_are_answered_with_every_member_present()
    {
        var said = await AskAsync("application.reply", """[{"kind":"received","on":"2026-02-10"}]""", "2026-02-11");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(
            [
                "pack", "limit", "name", "asOf", "due", "provisional", "dayOff", "state", "alarm", "remaining", "unit", "amount",
                "extension", "delay", "endedOn", "end", "onTime", "latest", "statutory", "withoutLateCorrection", "pauses", "warnings",
                "errors", "calendar", "explanation",
            ], said.Members);
        Assert.Equal(("2026-03-16", "green"), (Text(said, "due"), Text(said, "state")));
        foreach (var absent in new[] { "dayOff", "endedOn", "end", "onTime", "latest", "statutory", "withoutLateCorrection" }) Assert
            .Equal(JsonValueKind.Null, said.Json.GetProperty(absent).ValueKind);
    }

    [Fact]
    public async Task While_nothing_bounds_the_wait_the_due_day_is_null()
    {
        var said = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-02-10"},{"kind":"correction-requested","on":"2026-02-12"}]""", "2026-03-02");
        Assert.Equal((0, "paused", JsonValueKind.Null), (said.ExitCode, Text(said, "state"), said.Json.GetProperty("due").ValueKind));
        Assert.Equal("excluded", said.Json.GetProperty("explanation").EnumerateArray().Last().GetProperty("kind").GetString());
    }

    [Fact]
    public async Task All_kinds_of_facts_of_an_application_are_understood()
    {
        var said = await AskAsync("application.reply", """
            [{"kind":"received","on":"2026-02-10"},{"kind":"correction-requested","on":"2026-02-12"},
            """
            + """
            {"kind":"correction-received","on":"2026-03-02"},
             {"kind":"consultation-sent","on":"2026-03-09"},{"kind":"consultation-answered","on":"2026-03-16"},
            """
            + """
            {"kind":"extended","days":20,"on":"2026-03-20"},
             {"kind":"fee-notified","on":"2026-03-23"},{"kind":"fee-paid","on":"2026-03-30"},{"kind":"decided","on":"2026-04-20"}]
            """, "2026-04-20");
        Assert.Equal((0, "ended", "completed"), (said.ExitCode, Text(said, "state"), Text(said, "end")));
        Assert.True(said.Json.GetProperty("onTime").GetBoolean());
    }

    // The case of an application far beyond what is usual, whose reasons are found reasonable three days later.
    [Fact]
    public async Task A_reply_is_delayed_by_the_reasonable_period_of_article_35_and_not_by_an_extension()
    {
        var said = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-09-15"},{"kind":"delayed","on":"2026-09-18","days":30}]""", "2026-09-20");
        Assert.Equal((0, "2026-11-30", 30), (said.ExitCode, Text(said, "due"), said.Json.GetProperty("delay").GetInt32()));
        Assert.Contains(said.Json.GetProperty("explanation").EnumerateArray(),
            line => line.GetProperty("article").GetString() == "条例第三十五条");
        var extended = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-09-15"},{"kind":"extended","on":"2026-09-18","days":30}]""", "2026-09-20");
        var error = extended.Json.GetProperty("errors")[0];
        Assert.Equal((1, "2026-10-19", "extension-too-long"),
            (extended.ExitCode, Text(extended, "due"), error.GetProperty("kind").GetString()));
        Assert.Contains("delayed", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reconsideration.answer", "copy-received", "2026-10-09", "working-day")]
    [InlineData("reconsideration.answer-simplified", "copy-received", "2026-09-24", "working-day")]
    [InlineData("reconsideration.decision", "accepted", "2026-11-17", "calendar-day")]
    [InlineData("reconsideration.decision-simplified", "accepted", "2026-10-19", "calendar-day")]
    [InlineData("petition.register", "received", "2026-10-03", "calendar-day")]
    [InlineData("petition.handling", "accepted", "2026-11-17", "calendar-day")]
    [InlineData("petition.review", "review-requested", "2026-10-18", "calendar-day")]
    [InlineData("petition.re-review", "re-review-requested", "2026-10-18", "calendar-day")]
    public async Task Limits_of_reconsiderations_and_petitions_are_read(string limit, string start, string due, string unit)
    {
        var said = await AskAsync(limit, $$"""[{"kind":"{{start}}","on":"2026-09-18"}]""", "2026-09-20");
        Assert.Equal((0, unit, due), (said.ExitCode, Text(said, "unit"), Text(said, "due")));
    }

    [Fact]
    public async Task A_late_notice_of_correction_shows_the_new_period_and_the_alarm_of_the_old_one()
    {
        var said = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-02-10"},{"kind":"correction-requested","on":"2026-02-27"},"""
                + """{"kind":"correction-received","on":"2026-03-10"}]""", "2026-03-17");
        Assert.Equal((0, "2026-04-08", "green", "overdue"), (said.ExitCode, Text(said, "due"), Text(said, "state"), Text(said, "alarm")));
        Assert.Equal("2026-03-16", said.Json.GetProperty("withoutLateCorrection").GetProperty("due").GetString());
        Assert.Contains("条例第三十条", said.Json.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extensions_of_two_periods_together_stay_within_twenty_working_days()
    {
        var said = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-02-10"},{"kind":"extended","on":"2026-02-24","days":15},"""
                + """{"kind":"fee-notified","on":"2026-02-26"},{"kind":"fee-paid","on":"2026-03-02"},"""
                + """{"kind":"extended","on":"2026-03-20","days":15}]""", "2026-03-20");
        Assert.Equal((1, "2026-03-30", "extension-too-long"),
            (said.ExitCode, Text(said, "due"), said.Json.GetProperty("errors")[0].GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_last_day_that_is_a_day_off_says_so()
    {
        var said = await AskAsync("petition.register", """[{"kind":"received","on":"2026-09-18"}]""", "2026-09-20");
        Assert.Equal(("holiday", "国庆节", "2026-10-08", false), DueTests.DayOff(said));
    }

    [Fact]
    public async Task A_correction_after_expiry_is_no_with_the_dead_deadline()
    {
        var said = await AskAsync("application.reply",
            """[{"kind":"received","on":"2026-02-10"},{"kind":"correction-requested","on":"2026-06-12"},"""
                + """{"kind":"correction-received","on":"2026-06-20"}]""", "2026-06-20");
        Assert.Equal((1, "2026-03-16", "overdue"), (said.ExitCode, Text(said, "due"), Text(said, "state")));
        Assert.Equal("correction-after-expiry", said.Json.GetProperty("errors")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_consultation_of_another_organ_needs_no_party()
    {
        var said = await AskAsync("application.joint-organs", """[{"kind":"consultation-sent","on":"2026-03-02"}]""", "2026-03-24");
        Assert.Equal((0, "2026-03-23", "consent"), (said.ExitCode, Text(said, "due"), Text(said, "end")));
        Assert.Equal("条例第三十四条", said.Json.GetProperty("explanation").EnumerateArray().Last().GetProperty("article").GetString());
    }

    [Theory]
    [InlineData("application.reply", "[{\"kind\":\"received\",\"on\":\"2026-02-10\",\"on\":\"2026-03-10\"}]", "$[0].on：重复的字段。")]
    [InlineData("application.reply", "[{\"kind\":\"recieved\",\"on\":\"2026-02-10\"}]", "$[0].kind")]
    [InlineData("application.reply", "{", "不是有效的 JSON")]
    [InlineData("application.extension", "[{\"kind\":\"received\",\"on\":\"2026-02-10\"}]", "application.reply")]
    [InlineData("no.such.limit", "[]", "没有期限")]
    public async Task What_cannot_be_asked_so_says_why_and_ends_with_two(string limit, string facts, string why)
    {
        var said = await AskAsync(limit, facts, "2026-03-02");
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains(why, said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_ends_with_two()
    {
        var said = await Command
            .RunAsync("rules", "clock", "--pack", "bijie", "--limit", "application.reply", "--file",
            Path.Combine(files.Root, "none.json"));
        Assert.Equal((2, true), (said.ExitCode, said.Errors.Contains("文件不存在", StringComparison.Ordinal)));
    }

    private Task<Said> AskAsync(string limit, string facts, string on)
        => Command.RunAsync("rules", "clock", "--pack", "bijie", "--limit", limit, "--file", files.Write("facts.json", facts), "--on", on);

    private static string? Text(Said said, string member) => said.Json.GetProperty(member).GetString();
}
