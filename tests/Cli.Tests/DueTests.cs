using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules due</c>.</summary>
public sealed class DueTests
{
    [Fact]
    public async Task A_due_day_is_answered_with_its_explanation()
    {
        var said = await Command.RunAsync("rules", "due", "--from", "2026-02-10", "--days", "20");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(["due", "provisional", "dayOff", "from", "days", "unit", "calendar", "explanation"], said.Members);
        Assert.Equal(("2026-03-16", false), (said.Json.GetProperty("due").GetString(), said.Json.GetProperty("provisional").GetBoolean()));
        Assert.Equal(["from", "to", "kind", "days", "total", "text", "article"], said.Json.GetProperty("explanation")[0].EnumerateObject()
            .Select(member => member.Name));
    }

    [Theory]
    [InlineData("2026-02-10", "30", "calendar", "2026-03-12")]
    [InlineData("2026-01-31", "1", "month", "2026-02-28")]
    [InlineData("2024-01-25", "7", "working", "2024-02-04")]
    public async Task A_length_has_one_of_three_units(string from, string days, string unit, string due)
        => Assert.Equal(due, (await Command.RunAsync("rules", "due", "--from", from, "--days", days, "--unit", unit)).Json
        .GetProperty("due").GetString());

    // The case of a month that ends in the autumn holidays, and the same length in days.
    [Theory]
    [InlineData("1", "month")]
    [InlineData("30", "calendar")]
    public async Task A_last_day_that_is_a_day_off_stays_and_says_so(string days, string unit)
    {
        var said = await Command.RunAsync("rules", "due", "--from", "2026-09-01", "--days", days, "--unit", unit);
        Assert.Equal((0, "2026-10-01"), (said.ExitCode, said.Json.GetProperty("due").GetString()));
        Assert.Equal(("holiday", "国庆节", "2026-10-08", false), DayOff(said));
        Assert.Equal("民法典第二百零三条", said.Json.GetProperty("explanation").EnumerateArray().Last().GetProperty("article").GetString());
    }

    internal static (string? Kind, string? Name, string? NextWorkingDay, bool Provisional) DayOff(Said said)
    {
        var day = said.Json.GetProperty("dayOff");
        return (day.GetProperty("kind").GetString(), day.GetProperty("name").GetString(), day.GetProperty("nextWorkingDay").GetString(),
            day.GetProperty("provisional").GetBoolean());
    }

    [Theory]
    [InlineData("--from", "2026-02-30", "--days", "20")]
    [InlineData("--from", "2026-02-10", "--days", "-1")]
    [InlineData("--from", "2026-02-10", "--days", "many")]
    [InlineData("--from", "2026-02-10", "--days", "999999999")]
    [InlineData("--from", "2026-02-10", "--days", "5", "--unit", "week")]
    [InlineData("--from", "2026-02-10")]
    public async Task What_cannot_be_asked_so_says_why_and_ends_with_two(params string[] arguments)
    {
        var said = await Command.RunAsync(["rules", "due", .. arguments]);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.NotEmpty(said.Errors);
    }
}
