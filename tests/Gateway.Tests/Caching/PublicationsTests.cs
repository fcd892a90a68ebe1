using Disclosure.Gateway.Caching;
using Xunit;

namespace Disclosure.Gateway.Tests.Caching;

/// <summary>A page made from one state of publication is never shown for another.</summary>
public sealed class PublicationsTests
{
    private readonly Clock clock = new();

    [Fact]
    public void A_change_is_another_state_of_its_item_and_its_lists_and_of_nothing_else()
    {
        var publications = new Publications(clock);
        publications.Listening();
        var before = States();
        publications.Changed("bijie", "2026-00001");
        Assert.Equal([true, true, false, false], before.Zip(States(), (a, b) => a != b));

        string[] States() => [publications.Version("bijie", null), publications.Version("bijie", "2026-00001"),
            publications.Version("bijie", "2026-00002"), publications.Version("gaotai", null)];
    }

    [Fact]
    public void Deaf_to_the_broker_a_page_lasts_its_second_and_hearing_again_is_another_state()
    {
        var publications = new Publications(clock);
        publications.Listening();
        var heard = publications.Version("bijie", null);
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(heard, publications.Version("bijie", null));

        publications.Deaf();
        var deaf = publications.Version("bijie", null);
        Assert.NotEqual(heard, deaf);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotEqual(deaf, publications.Version("bijie", null));

        publications.Listening();
        var again = publications.Version("bijie", null);
        Assert.True(again != heard && again != deaf);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
