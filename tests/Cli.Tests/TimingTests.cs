using System.Text.Json;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules timing</c> and <c>rules duty</c>.</summary>
public sealed class TimingTests
{
    [Fact]
    public async Task A_matter_of_the_long_term_has_its_due_day_and_no_end()
    {
        var said = await Command.RunAsync("rules", "timing", "--pack", "bijie", "--class", "fees-policies-plans", "--formed", "2026-03-02",
            "--published", "2026-03-03", "--expires", "2027-03-02", "--on", "2028-01-04");
        Assert.Equal(0, said.ExitCode);
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal(("2026-03-09", JsonValueKind.Null, true),
            (answer.RootElement.GetProperty("due").GetString(), answer.RootElement.GetProperty("expiresOn").ValueKind,
            answer.RootElement.GetProperty("onTime").GetBoolean()));
    }

    [Fact]
    public async Task A_decision_is_due_on_the_day_planned_for_it_and_is_taken_down_when_it_ends()
    {
        var said = await Command.RunAsync("rules", "timing", "--pack", "bijie", "--class", "major-decisions", "--formed", "2026-03-02",
            "--planned", "2026-03-05", "--expires", "2026-04-01", "--on", "2026-03-04");
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal(("2026-03-05", "2026-04-01"),
            (answer.RootElement.GetProperty("due").GetString(), answer.RootElement.GetProperty("expiresOn").GetString()));
    }

    [Fact]
    public async Task A_duty_shows_its_missed_months()
    {
        var said = await Command.RunAsync("rules", "duty", "--pack", "jiangxi", "--limit", "submission.monthly", "--since", "2026-01-01",
            "--done", "2026-01-20,2026-03-21", "--on", "2026-03-31");
        Assert.Equal(0, said.ExitCode);
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal(["done", "missed", "done-late"], answer.RootElement.GetProperty("occurrences").EnumerateArray()
            .Select(one => one.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("timing --pack bijie --class someday --formed 2026-03-02", "fees-policies-plans")]
    [InlineData("timing --pack bijie --class finance --formed 2026-02-30", "不是有效日期")]
    [InlineData("duty --pack jiangxi --limit submission.activity --since 2026-03-02", "submission.monthly")]
    [InlineData("duty --pack jiangxi --limit submission.monthly --since 2026-03-02 --done 2026-03-02,soon", "不是有效日期")]
    public async Task What_cannot_be_asked_says_why(string line, string why)
    {
        var said = await Command.RunAsync(["rules", .. line.Split(' ')]);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(why, said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_term_of_a_pre_disclosure_is_told_and_a_day_that_does_not_fit_is_named()
    {
        var ordinary = await Command.RunAsync("rules", "pre-disclosure", "--pack", "bijie", "--from", "2026-03-02");
        Assert.Equal(0, ordinary.ExitCode);
        Assert.Contains("\"latestEnd\":\"2026-03-11\"", ordinary.Output, StringComparison.Ordinal);
        var major = await Command.RunAsync("rules", "pre-disclosure", "--pack", "bijie", "--from", "2026-03-02", "--major", "--until",
            "2026-03-11");
        Assert.Equal(1, major.ExitCode);
        Assert.Contains("不少于 30 日", major.Output, StringComparison.Ordinal);
        var backwards = await Command.RunAsync("rules", "pre-disclosure", "--pack", "bijie", "--from", "2026-03-02", "--until",
            "2026-03-01");
        Assert.Equal(2, backwards.ExitCode);
        Assert.Contains("不应早于开始之日", backwards.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Command.RunAsync("rules", "pre-disclosure", "--pack", "nowhere", "--from", "2026-03-02")).ExitCode);
    }
}
