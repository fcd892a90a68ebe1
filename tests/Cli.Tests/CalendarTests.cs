using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules calendar</c>: a notice is checked, written and used.</summary>
public sealed class CalendarTests : IDisposable
{
    // Invented, but as complete as a real one: thirteen statutory days off net of the days worked for them.
    private static readonly string Notice2027 = string.Join('\n',
        "date,isOffDay,name", "2026-12-31,true,元旦", "2027-01-01,true,元旦", "2027-01-03,false,元旦",
        "2027-02-05,true,春节", "2027-02-08,true,春节", "2027-02-09,true,春节", "2027-02-10,true,春节", "2027-04-05,true,清明节",
        "2027-05-03,true,劳动节", "2027-05-04,true,劳动节", "2027-06-09,true,端午节", "2027-09-15,true,中秋节",
        "2027-10-01,true,国庆节", "2027-10-04,true,国庆节", "2027-10-05,true,国庆节") + "\n";

    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task A_year_is_shown_with_its_days()
    {
        var said = await Command.RunAsync("rules", "calendar", "show", "2026");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(["year", "loaded", "provisional", "workingDays", "calendar", "days", "region", "regionLoaded", "regionDays"],
            said.Members);
        Assert.Equal(248, said.Json.GetProperty("workingDays").GetInt32());
        Assert.Equal(["date", "isOffDay", "name"], said.Json.GetProperty("days")[0].EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("2027", 1)]
    [InlineData("1890", 2)]
    [InlineData("soon", 2)]
    public async Task A_year_without_its_notice_is_no_and_an_impossible_one_cannot_be_asked(string year, int exitCode)
        => Assert.Equal(exitCode, (await Command.RunAsync("rules", "calendar", "show", year)).ExitCode);

    [Fact]
    public async Task A_notice_is_written_into_the_directory_and_makes_its_dates_final()
    {
        var into = Path.Combine(files.Root, "calendar");
        var said = await Command.RunAsync("rules", "calendar", "import", files.Write("notice.csv", Notice2027), "--into", into);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(["year", "accepted", "conflicts", "warnings", "workingDays", "written", "calendar"], said.Members);
        Assert.Equal(Notice2027, await File.ReadAllTextAsync(Path.Combine(into, "2027.csv")));

        var due = await Command.RunAsync("rules", "due", "--from", "2026-12-30", "--days", "2", "--calendar", into);
        Assert.Equal(("2027-01-04", false), (due.Json.GetProperty("due").GetString(), due.Json.GetProperty("provisional").GetBoolean()));
        Assert.Equal(0, (await Command.RunAsync("rules", "calendar", "show", "2027", "--calendar", into)).ExitCode);

        var again = await Command.RunAsync("rules", "calendar", "import", files.Write("notice.csv", Notice2027), "--into", into);
        Assert.Equal((1, "year-already-loaded"), (again.ExitCode, again.Json.GetProperty("conflicts")[0].GetProperty("kind").GetString()));
        Assert.Equal(0, (await Command.RunAsync("rules", "calendar", "import", Path.Combine(files.Root, "notice.csv"), "--into", into,
            "--replace")).ExitCode);
    }

    [Fact]
    public async Task Conflicts_are_all_told_and_nothing_is_written()
    {
        var into = Path.Combine(files.Root, "calendar");
        var file = files.Write("notice.csv", Notice2027.Replace("2027-04-05,true,清明节", "2027-03-03,false,清明节", StringComparison.Ordinal));
        var said = await Command.RunAsync("rules", "calendar", "import", file, "--into", into);
        Assert.Equal((1, false), (said.ExitCode, said.Json.GetProperty("accepted").GetBoolean()));
        Assert.Equal(["missing-holiday", "implausible-count"], said.Json.GetProperty("conflicts").EnumerateArray()
            .Select(conflict => conflict.GetProperty("kind").GetString()));
        Assert.Equal("make-up-on-working-day", said.Json.GetProperty("warnings")[0].GetProperty("kind").GetString());
        Assert.False(Directory.Exists(into));
    }

    [Fact]
    public async Task The_notice_of_a_region_is_written_beside_and_counts_for_its_authority()
    {
        var into = Path.Combine(files.Root, "calendar");
        Directory.CreateDirectory(into);
        Assert.Equal(1, (await Command.RunAsync("rules", "calendar", "show", "2026", "--pack", "xinyuan")).ExitCode);
        var said = await Command.RunAsync("rules", "calendar", "import",
            files.Write("notice.csv", "date,isOffDay,name\n2026-03-20,true,肉孜节\n"),
            "--into", into, "--region-of", "xinyuan");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.EndsWith("xinjiang-2026.csv", said.Json.GetProperty("written").GetString(), StringComparison.Ordinal);
        foreach (var (pack, due) in new[] { ("xinyuan", "2026-03-23"), ("bijie", "2026-03-20") })
        {
            Assert.Equal(due, (await Command.RunAsync("rules", "due", "--from", "2026-03-19", "--days", "1", "--calendar", into, "--pack",
                pack))
                .Json.GetProperty("due").GetString());
        }

        Assert.Equal(0, (await Command.RunAsync("rules", "calendar", "show", "2026", "--pack", "xinyuan", "--calendar", into)).ExitCode);
        Assert.Equal(2, (await Command.RunAsync("rules", "due", "--from", "2026-03-19", "--days", "1", "--pack", "nobody")).ExitCode);
    }

    [Fact]
    public async Task A_notice_of_a_header_alone_loads_no_year()
    {
        var said = await Command.RunAsync("rules", "calendar", "import", files.Write("notice.csv", "date,isOffDay,name\n"), "--year",
            "2027");
        Assert.Equal((1, "no-days"), (said.ExitCode, said.Json.GetProperty("conflicts")[0].GetProperty("kind").GetString()));
        Assert.Equal(2, (await Command.RunAsync("rules", "calendar", "import", Path.Combine(files.Root, "notice.csv"))).ExitCode);
    }

    [Fact]
    public async Task A_bad_directory_is_refused_with_every_fault()
    {
        files.Write("2027.csv", "date,isOffDay,name\n");
        files.Write("next.csv", "");
        var said = await Command.RunAsync("rules", "due", "--from", "2026-02-10", "--days", "5", "--calendar", files.Root);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains("2027.csv：", said.Errors, StringComparison.Ordinal);
        Assert.Contains("next.csv：", said.Errors, StringComparison.Ordinal);
    }
}
