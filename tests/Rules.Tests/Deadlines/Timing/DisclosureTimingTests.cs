using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Deadlines.Timing;

public sealed class DisclosureTimingTests
{
    private static readonly DisclosureTiming Bijie = new(WorkingCalendar.Embedded, BureauPacks.Bijie);

    [Fact]
    [Rule(98)]
    public void General_matters_recur_major_decisions_have_their_day_and_vital_interests_have_the_number_of_the_same_document()
    {
        Assert.Equal("2026-03-31", Due("general", "2026-03-02"));
        Assert.Equal("2026-03-09", Due("major-decisions", "2026-03-02"));
        Assert.Equal("2026-03-04", Due("major-decisions", "2026-03-02", planned: "2026-03-04"));
        // 及时 is 5 working days where the same document says so (第十七条): nothing is overdue the day after it formed.
        Assert.Equal("2026-03-09", Due("vital-interests", "2026-03-02"));
        Assert.Equal("2026-03-13", Due("vital-interests", "2026-03-07"));
        Assert.Equal(ClockState.Green, Bijie.Read("vital-interests", Matter("2026-03-02"), Day.Of("2026-03-03")).State);
        var late = Bijie.Read("vital-interests", Matter("2026-03-02"), Day.Of("2026-03-10"));
        Assert.Equal((ClockState.Overdue, (bool?)null), (late.State, late.OnTime));
    }

    [Fact]
    [Rule(98)]
    public void A_suitable_day_is_not_later_than_the_limit_of_every_publication()
    {
        var reading = Bijie.Read("major-decisions", Matter("2026-03-02", planned: "2026-06-01"), Day.Of("2026-03-02"));
        Assert.Equal((Day.Of("2026-03-09"), ClockState.Green), (reading.Due, reading.State));
        Assert.Contains("第十七条", Assert.Single(reading.Warnings), StringComparison.Ordinal);
        Assert.Equal(ClockState.Overdue,
            Bijie.Read("major-decisions", Matter("2026-03-02", planned: "2026-03-04"), Day.Of("2026-03-05")).State);
        Assert.True(Bijie.Read("major-decisions", Matter("2026-03-02", planned: "2026-03-04", published: "2026-03-03"),
            Day.Of("2026-03-05")).OnTime);
    }

    [Fact]
    [Rule(99)]
    public void What_is_public_for_the_long_term_never_expires()
    {
        var matter = Matter("2020-03-02", published: "2020-03-03", expires: "2021-03-02");
        var permanent = Bijie.Read("fees-policies-plans", matter, Day.Of("2026-11-24"));
        Assert.Equal((ClockState.Ended, true, (DateOnly?)null), (permanent.State, permanent.OnTime!.Value, permanent.ExpiresOn));
        Assert.Contains("2021-03-02", Assert.Single(permanent.Warnings), StringComparison.Ordinal);
        Assert.Equal(Day.Of("2021-03-02"), Bijie.Read("temporary", matter, Day.Of("2026-11-24")).ExpiresOn);
        Assert.Empty(Bijie.Read("fees-policies-plans", Matter("2020-03-02", published: "2020-03-03"), Day.Of("2026-11-24")).Warnings);
    }

    [Fact]
    [Rule(100)]
    public void Finance_is_disclosed_in_every_period_and_a_period_without_it_is_missed()
    {
        var matter = new TimedMatter(Day.Of("2025-01-10"), [Day.Of("2025-03-31"), Day.Of("2025-07-01"), Day.Of("2025-12-02")]);
        var reading = Bijie.Read("finance", matter, Day.Of("2026-01-05"));
        Assert.Equal([("2025-03-31", OccurrenceState.Done), ("2025-06-30", OccurrenceState.Missed), ("2025-09-30", OccurrenceState.Done),
            ("2025-12-31", OccurrenceState.Done), ("2026-03-31", OccurrenceState.Open)],
            reading.Occurrences.Select(quarter => ($"{quarter.Due:yyyy-MM-dd}", quarter.State)));
        Assert.Equal((Day.Of("2026-03-31"), ClockState.Green, false), (reading.Due, reading.State, reading.OnTime!.Value));
        var missed = new TimedMatter(Day.Of("2025-01-10"), [Day.Of("2025-03-31")]);
        Assert.Equal((ClockState.Red, ClockState.Overdue),
            (Bijie.Read("finance", missed, Day.Of("2025-06-30")).State, Bijie.Read("finance", missed, Day.Of("2025-07-01")).State));
        Assert.Equal(ClockState.Ended,
            Bijie.Read("finance", missed with { Published = [Day.Of("2025-03-31"), Day.Of("2025-07-02")] }, Day.Of("2025-07-02")).State);
        var kept = new TimedMatter(Day.Of("2025-10-10"), [Day.Of("2025-12-02")]);
        Assert.Equal(ClockState.Green, Bijie.Read("finance", kept, Day.Of("2026-01-05")).State);
        Assert.Equal(ClockState.Ended, Bijie.Read("finance", kept, Day.Of("2025-12-05")).State);
        Assert.Equal(ClockState.Red, Bijie.Read("finance", kept, Day.Of("2026-03-30")).State);
    }

    [Fact]
    [Rule(101)]
    [Rule(22)]
    public void What_is_public_at_any_time_waits_for_no_period_and_is_late_only_with_every_publication()
    {
        Assert.Equal("2026-03-31", Due("general", "2026-01-05"));
        Assert.Equal("2026-01-12", Due("temporary", "2026-01-05"));
        Assert.True(Bijie.Read("temporary", Matter("2026-01-05", published: "2026-01-06"), Day.Of("2026-01-06")).OnTime);
        Assert.False(Bijie.Read("temporary", Matter("2026-01-05", published: "2026-01-13"), Day.Of("2026-01-13")).OnTime);
        // 高台 has no number of its own: the 20 working days of the Regulation.
        var gaotai = new DisclosureTiming(WorkingCalendar.Embedded, BureauPacks.Gaotai);
        Assert.Equal(Day.Of("2026-03-30"), gaotai.Read("time-critical", Matter("2026-03-02"), Day.Of("2026-03-02")).Due);
        Assert.Equal(ClockState.Green, gaotai.Read("time-critical", Matter("2026-03-02"), Day.Of("2026-03-03")).State);
    }

    [Fact]
    public void Promptly_without_a_number_is_the_first_working_day_and_only_promptly_may_name_a_limit()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["timings"]![2]!.AsObject().Remove("limit"));
        var bare = new DisclosureTiming(WorkingCalendar.Embedded, RulePacks.Load(directory.FullName)["bijie"]);
        Assert.Equal(Day.Of("2026-03-02"), bare.Read("vital-interests", Matter("2026-03-02"), Day.Of("2026-03-02")).Due);
        Assert.Equal(Day.Of("2026-03-09"), bare.Read("vital-interests", Matter("2026-03-07"), Day.Of("2026-03-07")).Due);
        using var wrong = new PackDirectory().With("bijie", pack =>
        {
            pack["timings"]![1]!["limit"] = "publication";
            pack["timings"]![2]!["limit"] = "publication.never";
        });
        Assert.Equal(["$.timings[1].limit", "$.timings[2].limit"], RulePacks.Validate(wrong.FullName).Select(error => error.Path));
    }

    [Fact]
    public void A_day_that_waits_for_a_notice_is_provisional()
    {
        Assert.True(Bijie.Read("major-decisions", Matter("2026-12-28"), Day.Of("2026-12-28")).Provisional);
        Assert.False(Bijie.Read("major-decisions", Matter("2026-12-28", planned: "2026-12-30"), Day.Of("2026-12-28")).Provisional);
        Assert.False(Bijie.Read("major-decisions", Matter("2026-03-02"), Day.Of("2026-03-02")).Provisional);
    }

    [Fact]
    public void A_class_that_the_pack_does_not_have_is_refused()
        => Assert.Throws<ArgumentException>(() => Bijie.Read("someday", Matter("2026-03-02"), Day.Of("2026-03-02")));

    [Fact]
    public void A_period_is_named_for_what_recurs_and_for_nothing_else()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            pack["timings"]![0]!.AsObject().Remove("recurrence");
            pack["timings"]![1]!["recurrence"] = pack["timings"]![4]!["recurrence"]!.DeepClone();
            pack["timings"]![4]!["recurrence"]!["period"] = "regularly";
            pack["timings"]![4]!["recurrence"]!["citation"] = new System.Text.Json.Nodes.JsonObject
            {
                ["source"] = "平台示例",
                ["article"] = "一",
                ["rules"] = new System.Text.Json.Nodes.JsonArray()
            };
        });
        Assert.Equal(["$.timings[0].recurrence", "$.timings[1].recurrence", "$.timings[4].recurrence.period"],
            RulePacks.Validate(directory.FullName).Select(error => error.Path));
    }

    private static string Due(string code, string formed, string? planned = null)
        => $"{Bijie.Read(code, Matter(formed, planned), Day.Of(formed)).Due:yyyy-MM-dd}";

    private static TimedMatter Matter(string formed, string? planned = null, string? published = null, string? expires = null)
        => new(Day.Of(formed), published is null ? [] : [Day.Of(published)], planned is null ? null : Day.Of(planned), expires is null
        ? null : Day.Of(expires));
}
