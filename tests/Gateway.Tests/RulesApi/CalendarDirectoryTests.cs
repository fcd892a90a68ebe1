using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Gateway.Tests.RulesApi;

/// <summary>Notices that an authority adds to those that ship.</summary>
public sealed class CalendarDirectoryTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("disclosure-calendar-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_notice_of_the_directory_is_counted_with()
    {
        // The make-up day of 14 February is worked a week later instead.
        Write(HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026).Replace("2026-02-22,true,春节\n", "", StringComparison.Ordinal)
            .Replace("2026-02-14,false", "2026-02-22,false", StringComparison.Ordinal));
        await using var server = await RulesServer.StartAsync(("Calendar:Directory", directory));
        Assert.Contains("\"due\":\"2026-02-22\"",
            await server.Client.GetStringAsync(new Uri("/api/rules/due?from=2026-02-13&days=1", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due?from=2025-05-29&days=20&pack=xinyuan", "2025-07-02")]
    [InlineData("due?from=2025-05-29&days=20&pack=bijie", "2025-06-27")]
    [InlineData("due?from=2025-05-29&days=20", "2025-06-27")]
    [InlineData("clock?pack=xinyuan&limit=application.reply&on=2025-05-29&facts=[{\"kind\":\"received\",\"on\":\"2025-05-29\"}]",
        "2025-07-02")]
    public async Task Days_are_counted_by_the_calendar_of_the_authority(string question, string due)
    {
        await using var server = await RulesServer.StartAsync();
        Assert.Contains($"\"due\":\"{due}\"", await server.Client.GetStringAsync(new Uri("/api/rules/" + question, UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_notice_stops_the_start()
    {
        Write("date,isOffDay,name\n");
        var failure = await Assert.ThrowsAsync<CalendarException>(() => RulesServer.StartAsync(("Calendar:Directory", directory)));
        Assert.Equal("2026.csv", Assert.Single(failure.Faults).File);
    }

    private void Write(string notice) => File.WriteAllText(Path.Combine(directory, "2026.csv"), notice);
}
