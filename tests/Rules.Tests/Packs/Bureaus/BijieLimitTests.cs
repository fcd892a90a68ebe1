using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class BijieLimitTests
{
    private static readonly RulePack Pack = BureauPacks.Bijie;

    [Fact]
    [Rule(138)]
    [Rule(140)]
    [Rule(142)]
    public void Publication_is_stricter_than_the_regulation_and_both_limits_stay_visible()
    {
        Pack.HasLimit(140, "publication", 5, LimitUnit.WorkingDay, statutory: 20);
        Pack.HasLimit(142, "publication.update", 10, LimitUnit.WorkingDay, statutory: 20);
        // 第十四条 says 及时, and 第十七条 of the same document gives what has changed 10 working days.
        Pack.HasLimit(138, "catalogue.update", 10, LimitUnit.WorkingDay);
        Assert.Equal("第二十六条", Pack.Limit("publication")!.Statutory!.Citation.Article);
    }

    [Theory]
    [InlineData(134, "declassification.review", LimitUnit.Prompt)]
    [InlineData(203, "rectification.start", LimitUnit.Prompt)]
    [InlineData(204, "rectification.feedback", LimitUnit.Prompt)]
    [InlineData(141, "publication.obstacle-removed", LimitUnit.Prompt)]
    [InlineData(162, "application.on-the-spot", LimitUnit.Immediate)]
    [InlineData(214, "publication.simultaneous", LimitUnit.Immediate)]
    public void Some_things_are_due_at_once(int rule, string code, LimitUnit unit) => Pack.HasLimit(rule, code, 0, unit);

    [Theory]
    [Rule(163)]
    [Rule(164)]
    [Rule(165)]
    [Rule(168)]
    [InlineData(163, "application.transfer", 3, null)]
    [InlineData(164, "application.draft", 10, null)]
    [InlineData(165, "application.reply", 20, 20)]
    [InlineData(168, "application.extension", 20, 20)]
    [InlineData(177, "application.correction", 7, 7)]
    public void Applications_are_transferred_drafted_answered_and_extended_in_working_days(int rule, string code, int days, int? statutory)
        =>
        Pack.HasLimit(rule, code, days, LimitUnit.WorkingDay, statutory: statutory);

    [Theory]
    [Rule(169)]
    [InlineData("application.third-party", Silence.OrganDecides)]
    [InlineData("application.joint-organs", Silence.Consent)]
    public void Consultation_stops_the_reply_clock_and_silence_means_opposite_things(string code, Silence silence)
    {
        Pack.HasLimit(169, code, 15, LimitUnit.WorkingDay, statutory: 15);
        Assert.Equal((LimitEffect.Pauses, silence), (Pack.Limit(code)!.Effect, Pack.Limit(code)!.Silence));
    }

    [Theory]
    [Rule(230)]
    [Rule(231)]
    [Rule(232)]
    [Rule(233)]
    [InlineData(230, "interaction.consultation", 3, null)]
    [InlineData(231, "interaction.complaint", 5, 7)]
    [InlineData(232, "interaction.investigation", 10, null)]
    [InlineData(233, "interaction.difficult", 15, 30)]
    public void Messages_are_answered_by_their_kind(int rule, string code, int days, int? most) =>
        Pack.HasLimit(rule, code, days, LimitUnit.WorkingDay, most);

    [Fact]
    [Rule(105)]
    [Rule(144)]
    [Rule(203)]
    [Rule(205)]
    [Rule(221)]
    [Rule(268)]
    public void Reports_rectification_appraisal_registration_and_interpretation_have_their_limits()
    {
        Pack.HasLimit(105, "supervision.rectification", 0, LimitUnit.SetDate);
        Pack.HasLimit(144, "annual-report.department", 131, LimitUnit.MonthDay, statutory: 131);
        Pack.HasLimit(203, "rectification.measures", 1, LimitUnit.Month);
        Pack.HasLimit(205, "appraisal", 1, LimitUnit.TimesPerYear);
        Pack.HasLimit(221, "meeting.registration", 0, LimitUnit.BeforeStart);
        Pack.HasLimit(268, "interpretation", 3, LimitUnit.WorkingDay);
    }

    [Fact]
    [Rule(258)]
    public void Pre_disclosure_lasts_at_most_seven_working_days_and_the_pack_warns_of_longer_ones()
    {
        var period = Assert.Single(Pack.PreDisclosure.Periods, period => period.Citation.Rules.Contains(258));
        Assert.Equal((PreDisclosurePeriods.Other, null, 7, LimitUnit.WorkingDay), (period.Code, period.Least, period.Most, period.Unit));
        // It bounds the showing; no clock turns red because nothing has been decided.
        Assert.DoesNotContain(Pack.Limits, limit => limit.Citation.Rules.Contains(258));
        var warning = Assert.Single(Pack.Warnings, warning => warning.Citation.Rules.Contains(258));
        Assert.Equal([WarnedAct.EnteringPreDisclosure], warning.Acts);
    }

    [Theory]
    [InlineData(98, "general", TimingKind.Periodic)]
    [InlineData(98, "major-decisions", TimingKind.Suitable)]
    [InlineData(98, "vital-interests", TimingKind.Prompt)]
    [InlineData(99, "fees-policies-plans", TimingKind.Permanent)]
    [InlineData(100, "finance", TimingKind.Periodic)]
    [InlineData(101, "temporary", TimingKind.AnyTime)]
    public void Matters_are_timed_by_their_class(int rule, string code, TimingKind kind)
    {
        var timing = Assert.Single(Pack.Timings, timing => timing.Code == code);
        Assert.Equal((kind, rule), (timing.Kind, timing.Citation.Rules[0]));
    }

    [Fact]
    [Rule(140)]
    public void A_local_limit_longer_than_the_regulation_is_refused()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["limits"]![0]!["amount"] = 21);
        Assert.Equal("长于法定的20", Assert.Single(RulePacks.Validate(directory.FullName)).Message);
    }

    [Theory]
    [InlineData(157, "under-deliberation")]
    [InlineData(159, "identity-number")]
    [InlineData(166, "extension-signatures")]
    [InlineData(173, "secret-and-not-government-information")]
    [InlineData(174, "third-party-by-extension")]
    [InlineData(180, "purpose-test")]
    public void What_contradicts_the_regulation_is_a_warning_with_its_statute(int rule, string code)
    {
        var warning = Assert.Single(Pack.Warnings, warning => warning.Citation.Rules.Contains(rule));
        Assert.Equal(code, warning.Code);
        Assert.StartsWith("条例第", warning.Statute, StringComparison.Ordinal);
    }

    [Fact]
    [Rule(173)]
    public void Secrets_and_what_is_no_government_information_are_counted_in_different_rows()
    {
        Assert.Equal(5, Assert.Single(Pack.ReplyOutcomes, outcome => outcome.Code == "state-secret").Row);
        Assert.Equal(23, Assert.Single(Pack.ReplyOutcomes, outcome => outcome.Name.Contains("非政府信息", StringComparison.Ordinal)).Row);
    }

    [Fact]
    [Rule(180)]
    public void No_outcome_ground_or_field_applies_the_abolished_purpose_test()
    {
        Assert.DoesNotContain(Pack.ReplyOutcomes, outcome => outcome.Citation.Rules.Contains(180));
        Assert.DoesNotContain(Pack.Grounds, ground => ground.Citation.Rules.Contains(180));
        Assert.All(Pack.Forms.SelectMany(form => form.Fields), field => Assert.NotEqual("purpose", field.Code));
    }
}
