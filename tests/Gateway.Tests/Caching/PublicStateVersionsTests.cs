using Disclosure.Gateway.Caching;
using Xunit;

namespace Disclosure.Gateway.Tests.Caching;

/// <summary>A page made from one state of publication is never shown for another.</summary>
public sealed class PublicStateVersionsTests
{
    private readonly Clock clock = new();

    [Fact]
    public void A_change_is_another_state_of_its_item_and_its_lists_and_of_nothing_else()
    {
        var versions = new PublicStateVersions(clock);
        versions.Listening();
        var before = States();
        versions.Changed("bijie", "2026-00001");
        Assert.Equal([true, true, false, false], before.Zip(States(), (a, b) => a != b));

        string[] States() => [versions.Version("bijie", null), versions.Version("bijie", "2026-00001"),
            versions.Version("bijie", "2026-00002"), versions.Version("gaotai", null)];
    }

    [Fact]
    public void Deaf_to_the_broker_a_page_lasts_its_second_and_hearing_again_is_another_state()
    {
        var versions = new PublicStateVersions(clock);
        versions.Listening();
        var heard = versions.Version("bijie", null);
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(heard, versions.Version("bijie", null));

        versions.Disconnected();
        var deaf = versions.Version("bijie", null);
        Assert.NotEqual(heard, deaf);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotEqual(deaf, versions.Version("bijie", null));

        versions.Listening();
        var again = versions.Version("bijie", null);
        Assert.True(again != heard && again != deaf);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
