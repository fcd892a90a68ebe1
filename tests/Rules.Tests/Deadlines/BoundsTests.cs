using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>No amount and no number of days brings the clock down or is quietly changed.</summary>
public sealed class BoundsTests
{
    public static TheoryData<LimitUnit, int> Amounts()
    {
        var data = new TheoryData<LimitUnit, int>();
        foreach (var unit in Enum.GetValues<LimitUnit>())
            foreach (var amount in new[] { int.MinValue, -1, 0, 229, 1332, 5000, 7300, int.MaxValue }) data.Add(unit, amount);
        return data;
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Any_amount_of_any_unit_gives_a_day_or_an_error(LimitUnit unit, int amount)
    {
        foreach (var start in new[] { "1990-01-01", "2026-03-02", "2089-12-31" })
        {
            var (reading, lines) = Limits.Of("application.reply", amount, unit)
                .Explain(start, Received.On(start, days: 5), ConsultationSent.On(start), FeeNotified.On(start), FeePaid.On(start));
            Assert.True(reading.Due is null ? reading.Errors.Any(error => error.Kind == ClockErrorKind.OutOfRange)
                : WorkingCalendar.Supports(reading.Due.Value));
            Assert.NotEmpty(lines);
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(5000)]
    [InlineData(-1)]
    public void Any_length_of_a_span_is_borne(int amount)
    {
        var spans = new ReplySpans(Span(amount), Span(amount), Span(amount), Span(amount), Span(amount));
        var clock = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, spans);
        Assert.NotEmpty(clock.Explain([Received.On("2089-11-01"), ConsultationSent.On("2089-11-02"), FeeNotified.On("2089-11-03")],
            Day.Of("2089-11-04")).Lines);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(401)]
    [InlineData(-5)]
    public void A_set_day_too_far_away_is_refused_not_shortened(int days)
    {
        var reading = Limits.Of("any.limit", 0, LimitUnit.SetDate).Read(Notified.On("2026-03-02", days));
        Assert.Contains(reading.Errors, error => error is { Kind: ClockErrorKind.BadDays, Index: 0 });
        Assert.Null(reading.Due);
    }

    [Fact]
    public void A_set_day_counts_working_days_and_depends_on_the_notices()
    {
        var reading = Limits.Of("any.limit", 0, LimitUnit.SetDate).Read("2026-12-28", Notified.On("2026-12-28", 5));
        Assert.Equal((Day.Of("2027-01-04"), true, 5), (reading.Due!.Value, reading.Local.Provisional, reading.Local.Remaining!.Value));
    }

    [Fact]
    public void An_extension_has_no_clock_of_its_own()
    {
        var answer = ClockAnswer
            .Create(WorkingCalendar.Embedded, RulePacks.Load(), "bijie", LimitCodes.Extension, [Received.On("2026-03-02")],
            Day.Of("2026-03-02"));
        Assert.Null(answer.Value);
        Assert.Contains("application.reply", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DeadlineClock(WorkingCalendar.Embedded, ReplySpans.National.Extension));
    }

    private static LimitRule Span(int amount) => Limits.Of("any.limit", amount);
}
