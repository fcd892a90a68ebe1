using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Deadlines.Timing;

/// <summary>How long a draft is shown before it is decided on (预公开).</summary>
public sealed class PreDisclosureTermTests
{
    /// <summary>毕节 shows what is no major decision for at most 7 working days from the day after it was put up.</summary>
    [Theory]
    [Rule(258)]
    [InlineData("2026-03-02", "2026-03-11")]
    [InlineData("2026-02-13", "2026-03-02")]
    [InlineData("2026-09-30", "2026-10-15")]
    public void An_ordinary_matter_of_Bijie_is_shown_for_at_most_seven_working_days(string from, string latest)
    {
        var term = Of("bijie", from, isMajor: false);
        Assert.Equal((null, Day.Of(latest)), (term.EarliestEnd, term.LatestEnd!.Value));
        Assert.Null(term.Fault(Day.Of(latest)));
        Assert.Contains("不超过 7 个工作日", term.Fault(Day.Of(latest).AddDays(1)), StringComparison.Ordinal);
    }

    /// <summary>A major decision has 30 days as its least everywhere (重大行政决策程序暂行条例第十五条), in 毕节 too.</summary>
    [Theory]
    [InlineData("bijie")]
    [InlineData("gaotai")]
    [InlineData("taishan")]
    public void A_major_decision_is_shown_for_at_least_thirty_days(string authority)
    {
        var term = Of(authority, "2026-03-02", isMajor: true);
        Assert.Equal((Day.Of("2026-04-01"), null), (term.EarliestEnd!.Value, term.LatestEnd));
        Assert.Null(term.Fault(Day.Of("2026-04-01")));
        Assert.Null(term.Fault(Day.Of("2026-06-01")));
        var fault = term.Fault(Day.Of("2026-03-31"));
        Assert.Contains("不少于 30 日", fault, StringComparison.Ordinal);
        Assert.Contains("说明理由", fault, StringComparison.Ordinal);
        Assert.Contains("重大行政决策程序暂行条例第十五条", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_rule_sets_a_period_none_is_wrong()
    {
        var term = Of("gaotai", "2026-03-02", isMajor: false);
        Assert.Equal((null, null, null), (term.Period, term.EarliestEnd, term.LatestEnd));
        Assert.Null(term.Fault(Day.Of("2026-03-02")));
    }

    [Fact]
    public void Working_days_that_wait_for_a_notice_are_provisional_and_calendar_days_are_not()
    {
        Assert.True(Of("bijie", "2026-12-28", isMajor: false).Provisional);
        Assert.False(Of("bijie", "2026-12-28", isMajor: true).Provisional);
        Assert.False(Of("bijie", "2026-03-02", isMajor: false).Provisional);
    }

    [Fact]
    public void A_period_is_checked_when_the_pack_is_loaded()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            var periods = pack["preDisclosure"]!["periods"]!.AsArray();
            periods[0]!["least"] = 8;
            periods.Add(Period("major-decision", null, null, "calendar-day"));
            periods.Add(Period("someday", 1, null, "month"));
        });
        Assert.Equal(["$.preDisclosure.periods[0].least", "$.preDisclosure.periods[1]", "$.preDisclosure.periods[2].code",
            "$.preDisclosure.periods[2].unit"],
            RulePacks.Validate(directory.FullName).Select(error => error.Path).Order(StringComparer.Ordinal));

        static JsonNode Period(string code, int? least, int? most, string unit)
        {
            var citation = new { source = "a", article = "b", rules = Array.Empty<int>() };
            return JsonSerializer.SerializeToNode(new { code, name = "a", least, most, unit, citation })!;
        }
    }

    private static PreDisclosureTerm Of(string authority, string from, bool isMajor)
        => PreDisclosureTerm.Of(WorkingCalendar.Embedded, BureauPacks.Of(authority), Day.Of(from), isMajor);
}
