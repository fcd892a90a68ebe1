using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.ClockErrorKind;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class IllegalFactsTests
{
    [Fact]
    [Rule(168)]
    public void An_extension_above_twenty_days_is_refused()
        => Refused(ExtensionTooLong, Received.On("2026-02-10"), Extended.On("2026-03-02", 21));

    [Fact]
    [Rule(177)]
    public void A_correction_after_expiry_does_not_revive_the_deadline()
    {
        var reading = Limits.Reply
            .Read("2026-06-20", Received.On("2026-02-10"), CorrectionRequested.On("2026-06-12"), CorrectionReceived.On("2026-06-20"));
        Assert.Equal([(CorrectionAfterExpiry, 1), (CorrectionNotRequested, 2)], reading.Errors.Select(error => (error.Kind, error.Index)));
        Assert.Equal((Day.Of("2026-03-16"), ClockState.Overdue), (reading.Due, reading.State));
        Refused(CorrectionAfterExpiry, Received.On("2026-02-10"), CorrectionRequested.On("2026-03-17"));
        Assert.Empty(Limits.Reply.Read(Received.On("2026-02-10"), CorrectionRequested.On("2026-03-16")).Errors);
    }

    [Fact]
    public void An_extension_after_expiry_is_refused()
        => Refused(ExtensionAfterExpiry, Received.On("2026-02-10"), Extended.On("2026-03-17", 20));

    [Fact]
    public void A_second_extension_is_refused()
        => Refused(SecondExtension, Received.On("2026-02-10"), Extended.On("2026-03-02", 10), Extended.On("2026-03-03", 10));

    [Fact]
    public void An_extension_of_400_days_is_too_long_and_one_of_401_cannot_be_meant()
    {
        Assert.Equal([ExtensionTooLong], Kinds(400));
        Assert.Equal([BadDays, ExtensionTooLong], Kinds(401));
        Assert.Equal([BadDays], Kinds(-1));
        static IEnumerable<ClockErrorKind> Kinds(int days) => Limits.Reply.Read(Received.On("2026-02-10"), Extended.On("2026-03-02", days))
            .Errors.Select(error => error.Kind);
    }

    // Seven working days from 11 February: 12, 13, 14, 24, 25, 26 and 27 February.
    [Fact]
    public void A_correction_on_the_last_day_of_its_period_is_in_time_and_one_after_it_revives_nothing()
    {
        Fact[] asked = [Received.On("2026-02-10"), CorrectionRequested.On("2026-02-11", 7)];
        var inTime = Limits.Reply.Read("2026-03-20", [.. asked, CorrectionReceived.On("2026-02-27")]);
        Assert.Equal((0, Day.Of("2026-02-27"), (ClockEnd?)null), (inTime.Errors.Count, inTime.Start!.Value, inTime.End));
        var late = Limits.Reply.Read("2026-03-20", [.. asked, CorrectionReceived.On("2026-02-28")]);
        Assert.Equal(CorrectionAfterLapse, Assert.Single(late.Errors).Kind);
        Assert.Equal((ClockEnd.CorrectionLapsed, Day.Of("2026-02-27"), Day.Of("2026-02-10")),
            (late.End!.Value, late.EndedOn!.Value, late.Start!.Value));
    }

    [Fact]
    public void An_extension_without_days_is_refused() => Refused(BadDays, Received.On("2026-02-10"), Extended.On("2026-03-02"));

    [Fact]
    public void Facts_out_of_order_are_refused() => Refused(OutOfOrder, Received.On("2026-02-10"), Decided.On("2026-02-09"));

    [Fact]
    public void An_answer_before_the_question_is_refused()
        => Refused(AnsweredBeforeSent, Received.On("2026-02-10"), ConsultationAnswered.On("2026-02-12"));

    [Fact]
    public void A_question_asked_twice_is_refused()
        => Refused(AlreadyConsulted, Received.On("2026-02-10"), ConsultationSent.On("2026-02-11"), ConsultationSent.On("2026-02-12"));

    [Fact]
    public void A_question_after_expiry_is_refused()
        => Refused(ConsultationAfterExpiry, Received.On("2026-02-10"), ConsultationSent.On("2026-03-17"));

    [Fact]
    [Rule(177)]
    public void A_correction_is_asked_for_once()
        => Refused(SecondCorrection, Received.On("2026-02-10"), CorrectionRequested.On("2026-02-11"), CorrectionReceived.On("2026-02-12"),
            CorrectionRequested.On("2026-02-13"));

    [Fact]
    public void A_correction_nobody_asked_for_is_refused()
        => Refused(CorrectionNotRequested, Received.On("2026-02-10"), CorrectionReceived.On("2026-02-12"));

    [Fact]
    public void A_fee_notice_after_expiry_is_refused()
        => Refused(FeeNoticeAfterExpiry, Received.On("2026-02-10"), FeeNotified.On("2026-03-17"));

    [Fact]
    public void A_second_fee_notice_is_refused()
        => Refused(SecondFeeNotice, Received.On("2026-02-10"), FeeNotified.On("2026-03-10"), FeeNotified.On("2026-03-11"));

    [Fact]
    public void A_payment_nobody_asked_for_is_refused() => Refused(PaidBeforeNotified, Received.On("2026-02-10"), FeePaid.On("2026-03-10"));

    [Fact]
    public void Nothing_happens_after_the_decision()
        => Refused(AfterEnd, Received.On("2026-02-10"), Decided.On("2026-03-10"), Extended.On("2026-03-11", 5));

    [Fact]
    public void An_application_is_received_once() => Refused(StartedTwice, Received.On("2026-02-10"), Received.On("2026-02-11"));

    [Fact]
    public void Nothing_can_be_counted_without_a_start() => Refused(NotStarted, Decided.On("2026-02-10"));

    [Fact]
    public void A_stopped_clock_cannot_be_extended()
        => Refused(NotRunning, Received.On("2026-02-10"), CorrectionRequested.On("2026-02-11"), Extended.On("2026-02-12", 5));

    [Fact]
    public void A_day_beyond_the_calendar_is_refused()
        => Assert.Equal([OutOfRange, NotStarted], Limits.Reply.Read(Received.On("2095-01-01")).Errors.Select(error => error.Kind));

    [Fact]
    public void Every_illegal_fact_is_reported_and_passed_over()
    {
        var reading = Limits.Reply.Read(Received.On("2026-02-10"), ConsultationAnswered.On("2026-02-11"), Extended.On("2026-02-12", 30),
            Extended.On("2026-02-11", 5), FeePaid.On("2026-02-13"));
        Assert.Equal([(AnsweredBeforeSent, 1), (ExtensionTooLong, 2), (OutOfOrder, 3), (PaidBeforeNotified, 4)],
            reading.Errors.Select(error => (error.Kind, error.Index)));
        Assert.Equal((0, Day.Of("2026-03-16")), (reading.Extension, reading.Due));
    }

    private static void Refused(ClockErrorKind kind, params Fact[] facts)
    {
        var error = Assert.Single(Limits.Reply.Read(facts).Errors);
        Assert.Equal(kind, error.Kind);
        Assert.NotEmpty(error.Message);
        Assert.NotEmpty(error.Article);
    }
}
