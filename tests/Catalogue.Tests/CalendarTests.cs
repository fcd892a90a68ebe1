using Disclosure.Contracts.Calendars;
using Disclosure.Kernel;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Catalogue.Tests;

/// <summary>What Review tells of calendars is counted with from then on.</summary>
public sealed class CalendarTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private static readonly DateOnly Day = new(2026, 12, 22);

    [Fact]
    public async Task A_notice_counts_for_its_authority_until_it_is_withdrawn()
    {
        Assert.True(host.CalendarOf("xinyuan").Works(Day));
        await host.Arrange(Notice(1, isWithdrawn: false));
        await Eventually.Holds(() => Task.FromResult(!host.CalendarOf("xinyuan").Works(Day)), "the day is off");
        Assert.True(host.CalendarOf("bijie").Works(Day));

        // An older edition that is told again changes nothing.
        await host.Arrange(Notice(2, isWithdrawn: true));
        await Eventually.Holds(() => Task.FromResult(host.CalendarOf("xinyuan").Works(Day)), "the day is worked again");
        await host.Arrange(Notice(1, isWithdrawn: false));
        await host.Arrange(Notice(3, isWithdrawn: false) with { Year = 2025, Days = [] });
        await Eventually.Holds(() => Task.FromResult(host.CalendarOf("xinyuan").Works(new DateOnly(2025, 6, 6))),
            "the later message was heard");
        Assert.True(host.CalendarOf("xinyuan").Works(Day));
    }

    [Fact]
    public async Task A_new_database_asks_once_for_what_was_imported_before_it()
    {
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<CalendarsRequested>().Any()), "Review was asked");
        Assert.Equal("catalogue", Assert.Single(host.Facts.OfType<CalendarsRequested>()).Service);
    }

    private static CalendarNoticeChanged Notice(int edition, bool isWithdrawn)
        => new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "xinyuan",
        NoticeScope.Regional, 2026, edition, isWithdrawn, isWithdrawn ? [] : [new ArrangedDay(Day, true, "试验节")]);
}
