using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class PackLimitsTests
{
    private static readonly RulePacks Packs = RulePacks.Load();

    [Theory]
    [Rule(140)]
    [Rule(142)]
    [Rule(163)]
    [Rule(164)]
    [Rule(165)]
    [Rule(177)]
    [Rule(203)]
    [Rule(230)]
    [Rule(231)]
    [Rule(232)]
    [Rule(233)]
    [Rule(268)]
    [Rule(287)]
    [Rule(316)]
    [Rule(317)]
    [Rule(318)]
    [Rule(319)]
    [Rule(328)]
    [InlineData("bijie", "publication", Formed, "2026-03-09", "2026-03-30")]
    [InlineData("bijie", "publication.update", Changed, "2026-03-16", "2026-03-30")]
    [InlineData("gaotai", "publication", Formed, "2026-03-30", null)]
    [InlineData("bijie", "application.transfer", Received, "2026-03-05", null)]
    [InlineData("bijie", "application.draft", Received, "2026-03-16", null)]
    [InlineData("bijie", "application.reply", Received, "2026-03-30", null)]
    [InlineData("bijie", "application.correction", Received, "2026-03-11", null)]
    [InlineData("bijie", "application.third-party", ConsultationSent, "2026-03-23", null)]
    [InlineData("taishan", "application.fee-payment", FeeNotified, "2026-03-30", null)]
    [InlineData("bijie", "interpretation", Published, "2026-03-05", null)]
    [InlineData("bijie", "interaction.consultation", Received, "2026-03-05", null)]
    [InlineData("bijie", "interaction.complaint", Received, "2026-03-09", null)]
    [InlineData("bijie", "interaction.investigation", Received, "2026-03-16", null)]
    [InlineData("bijie", "interaction.difficult", Received, "2026-03-23", null)]
    [InlineData("bijie", "rectification.measures", Notified, "2026-04-02", null)]
    [InlineData("bijie", "catalogue.update", Changed, "2026-03-16", null)]
    [InlineData("jiangxi", "submission.monthly", FactKind.Period, "2026-03-20", null)]
    [InlineData("jiangxi", "submission.commissioned", Requested, "2026-03-03", null)]
    [InlineData("jiangxi", "submission.proactive", Requested, "2026-03-03", null)]
    [InlineData("jiangxi", "submission.activity", Concluded, "2026-03-06", null)]
    [InlineData("jiangxi", "submission.research", Concluded, "2026-03-31", null)]
    [InlineData("jiangxi", "column.staleness", Updated, "2026-05-08", null)]
    [InlineData("bijie", "annual-report.department", FactKind.Period, "2027-01-31", null)]
    [InlineData("bijie", "reconsideration.answer", CopyReceived, "2026-03-16", null)]
    [InlineData("jiangxi", "reconsideration.answer-simplified", CopyReceived, "2026-03-09", null)]
    [InlineData("taishan", "reconsideration.decision", Accepted, "2026-05-06", null)]
    [InlineData("xinyuan", "reconsideration.decision-simplified", Accepted, "2026-04-01", null)]
    [InlineData("gaotai", "petition.register", Received, "2026-03-17", null)]
    [InlineData("bijie", "petition.handling", Accepted, "2026-05-01", null)]
    [InlineData("jiangxi", "petition.review", ReviewRequested, "2026-04-01", null)]
    [InlineData("xinyuan", "petition.re-review", ReReviewRequested, "2026-04-01", null)]
    [InlineData("taishan", "publication.double-publicity", Decided, "2026-03-11", null)]
    [InlineData("gaotai", "publication.penalty-withdrawal", Overturned, "2026-03-05", null)]
    [InlineData("bijie", "record.correction", Received, "2026-05-02", null)]
    [InlineData("jiangxi", "instruction.feedback", Concluded, "2026-03-09", null)]
    [InlineData("jiangxi", "interaction.consultation", Received, "2026-03-09", null)]
    public void A_limit_of_a_pack_that_starts_on_2_March_2026_is_due(string pack, string code, FactKind start, string due,
        string? statutory)
    {
        var reading = Packs[pack].Limit(code)!.Read(start.On("2026-03-02"));
        Assert.Equal((Day.Of(due), statutory is null ? (DateOnly?)null : Day.Of(statutory)), (reading.Due, reading.Statutory?.Due));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void Every_limit_of_every_pack_can_be_computed()
    {
        foreach (var pack in Packs.All)
        {
            var spans = ReplySpans.From(pack.Limits);
            Assert.All(pack.Limits.Where(DeadlineClock.CanRead), limit =>
            {
                var explained = new DeadlineClock(WorkingCalendar.Embedded, limit, spans).Explain(
                    [Started.On("2026-03-02", days: 5)], Limits.Early);
                Assert.Empty(explained.Reading.Errors);
                Assert.NotNull(explained.Reading.Due);
                Assert.NotEmpty(explained.Lines);
            });
        }
    }

    [Fact]
    public void Spans_of_a_pack_come_from_its_limits()
    {
        var limits = Packs["bijie"].Limits.Select(limit => limit.Code == LimitCodes.ThirdParty ? limit with { Amount = 10 } : limit);
        var reading = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, ReplySpans.From(limits))
            .Read([Received.On("2026-03-02"), ConsultationSent.On("2026-03-09")], Limits.Early);
        Assert.Equal(10, reading.Pauses.Single().WorkingDays);
    }
}
