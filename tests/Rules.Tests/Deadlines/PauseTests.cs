using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>
/// Consultations side by side: a day excluded by two of them is excluded once. Received on 2 March 2026, a Monday, the reply would be due
/// on 30 March; working days lie on 2–6, 9–13, 16–20, 23–27, 30–31 March and 1–3, 7–10, 13–17 April.
/// </summary>
public sealed class PauseTests
{
    private const ConsultedParty Third = ConsultedParty.ThirdParty;

    private const ConsultedParty Organ = ConsultedParty.Organ;

    [Theory]
    [Rule(169)]
    [InlineData("apart", "03-05", "03-10", "03-17", "03-20", "2026-04-08", 6)]
    [InlineData("overlapping", "03-05", "03-12", "03-10", "03-17", "2026-04-10", 8)]
    [InlineData("one inside the other", "03-05", "03-20", "03-10", "03-12", "2026-04-15", 11)]
    [InlineData("begun together, the first answered first", "03-05", "03-10", "03-05", "03-12", "2026-04-07", 5)]
    [InlineData("begun together, the second answered first", "03-05", "03-12", "03-05", "03-10", "2026-04-07", 5)]
    [InlineData("ended together", "03-05", "03-12", "03-10", "03-12", "2026-04-07", 5)]
    [InlineData("the second sent on the day of the first answer", "03-05", "03-10", "03-10", "03-13", "2026-04-08", 6)]
    [InlineData("the second sent a day later", "03-05", "03-10", "03-11", "03-13", "2026-04-07", 5)]
    [InlineData("only a weekend between them", "03-05", "03-06", "03-08", "03-10", "2026-04-02", 3)]
    public void Two_consultations_exclude_the_days_of_both_and_no_day_twice(string how, string sent, string answered, string sentToo,
        string answeredToo, string due, int excluded)
    {
        foreach (var (first, second) in new[] { (Third, Organ), (Organ, Third) })
        {
            var reading = Limits.Reply.Read(InOrder(ConsultationSent.On($"2026-{sent}", party: first),
                ConsultationAnswered.On($"2026-{answered}", party: first), ConsultationSent.On($"2026-{sentToo}", party: second),
                ConsultationAnswered.On($"2026-{answeredToo}", party: second)));
            Assert.True(reading.Errors.Count == 0, how);
            Assert.Equal((how, Day.Of(due)), (how, reading.Due!.Value));
        }

        // Two third parties, told apart by their names, are no different from a third party beside an organ.
        var (told, lines) = Limits.Reply.Explain("2026-03-02", InOrder(ConsultationSent.On($"2026-{sent}", with: "甲公司"),
            ConsultationAnswered.On($"2026-{answered}", with: "甲公司"), ConsultationSent.On($"2026-{sentToo}", with: "乙公司"),
            ConsultationAnswered.On($"2026-{answeredToo}", with: "乙公司")));
        Assert.Equal((Day.Of(due), excluded),
            (told.Due!.Value, lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days)));
        Assert.Equal(20, lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0));
    }

    [Fact]
    public void Three_that_overlap_in_a_chain_and_two_inside_a_long_one_are_excluded_once()
    {
        var chain = Limits.Reply.Read(InOrder(
            ConsultationSent.On("2026-03-05", with: "甲"), ConsultationAnswered.On("2026-03-10", with: "甲"),
            ConsultationSent.On("2026-03-09", with: "乙"), ConsultationAnswered.On("2026-03-12", with: "乙"),
            ConsultationSent.On("2026-03-11", with: "丙"), ConsultationAnswered.On("2026-03-18", with: "丙")));
        Assert.Equal(Day.Of("2026-04-13"), chain.Due);
        var inside = Limits.Reply.Read(InOrder(
            ConsultationSent.On("2026-03-05", with: "甲"), ConsultationAnswered.On("2026-03-20", with: "甲"),
            ConsultationSent.On("2026-03-09", with: "乙"), ConsultationAnswered.On("2026-03-11", with: "乙"),
            ConsultationSent.On("2026-03-12", with: "丙"), ConsultationAnswered.On("2026-03-25", with: "丙")));
        Assert.Equal(Day.Of("2026-04-20"), inside.Due);
        Assert.Equal([11, 2, 9], inside.Pauses.Select(pause => pause.WorkingDays));
    }

    // 13 February 2026 is a Friday, the 14th a Saturday on which people work, 15 to 23 February are the holiday, the 28th is a Saturday on
    // which people work. Received on 2 February, the reply is due on 6 March.
    [Theory]
    [InlineData("2026-02-02", "2026-02-13", "2026-02-24", "2026-03-10", 2)]
    [InlineData("2026-02-02", "2026-02-13", "2026-02-14", "2026-03-09", 1)]
    [InlineData("2026-02-02", "2026-02-14", "2026-02-24", "2026-03-09", 1)]
    [InlineData("2026-02-02", "2026-02-16", "2026-02-20", "2026-03-06", 0)]
    [InlineData("2026-02-02", "2026-02-16", "2026-02-25", "2026-03-10", 2)]
    [InlineData("2026-02-02", "2026-02-26", "2026-02-28", "2026-03-10", 2)]
    [InlineData("2026-03-02", "2026-03-06", "2026-03-09", "2026-03-31", 1)]
    [InlineData("2026-03-02", "2026-03-07", "2026-03-08", "2026-03-30", 0)]
    [InlineData("2026-03-02", "2026-03-07", "2026-03-09", "2026-03-31", 1)]
    [InlineData("2026-09-15", "2026-09-24", "2026-09-28", "2026-10-20", 1)]
    [InlineData("2026-09-15", "2026-09-30", "2026-10-10", "2026-10-22", 3)]
    public void Weekends_holidays_and_make_up_days_at_the_edges_of_a_consultation(string received, string sent, string answered, string due,
        int excluded)
    {
        var reading = Limits.Reply.Read(Received.On(received), ConsultationSent.On(sent), ConsultationAnswered.On(answered));
        Assert.Equal((Day.Of(due), excluded), (reading.Due!.Value, reading.Pauses.Single().WorkingDays));
        Assert.Equal(20 + excluded, WorkingCalendar.Embedded.CountWorkingDays(Day.Of(received), reading.Due.Value).Days);
    }

    [Fact]
    public void Of_two_open_consultations_the_longer_one_keeps_the_clock_still()
    {
        Fact[] facts = [Received.On("2026-03-02"), ConsultationSent.On("2026-03-05"), ConsultationSent.On("2026-03-10", party: Organ)];
        var first = Limits.Reply.Read("2026-03-26", facts);
        Assert.Equal([PauseOutcome.Open, PauseOutcome.Open], first.Pauses.Select(pause => pause.Outcome));
        var second = Limits.Reply.Read("2026-03-27", facts);
        Assert.Equal([PauseOutcome.OrganDecides, PauseOutcome.Open], second.Pauses.Select(pause => pause.Outcome));
        var neither = Limits.Reply.Read("2026-04-01", facts);
        Assert.Equal([PauseOutcome.OrganDecides, PauseOutcome.Consent], neither.Pauses.Select(pause => pause.Outcome));
        Assert.Equal([ClockState.Paused, ClockState.Paused, ClockState.Green], new[] { first.State, second.State, neither.State });
        Assert.Equal(Day.Of("2026-04-24"), neither.Due);
    }

    // 17 days are left when the first letter is sent, and as many as long as any letter may still be answered.
    [Theory]
    [InlineData("2026-03-10")]
    [InlineData("2026-03-14")]
    [InlineData("2026-03-20")]
    [InlineData("2026-03-31")]
    public void Days_that_two_open_consultations_share_are_not_taken_from_what_is_left_twice(string today)
    {
        Fact[] overlapping =
            [Received.On("2026-03-02"), ConsultationSent.On("2026-03-05"), ConsultationSent.On("2026-03-10", party: Organ)];
        Assert.Equal(17, Limits.Reply.Read(today, overlapping).Local.Remaining);

        // Delivered on 10 March the first lasts to 31 March, and the second, sent on the 9th, to 30 March: one inside the other.
        Fact[] nested =
        [
            Received.On("2026-03-02"), ConsultationSent.On("2026-03-05"), ConsultationSent.On("2026-03-09", party: Organ),
            ConsultationDelivered.On("2026-03-10"),
        ];
        Assert.Equal((17, Day.Of("2026-04-24")),
            (Limits.Reply.Read(today, nested).Local.Remaining!.Value, Limits.Reply.Read(today, nested).Due!.Value));
    }

    [Fact]
    public void An_opinion_on_the_fifteenth_working_day_is_in_time_and_one_on_the_sixteenth_is_not()
    {
        Fact[] sent = [Received.On("2026-03-02"), ConsultationSent.On("2026-03-05")];
        var inTime = Limits.Reply.Read([.. sent, ConsultationAnswered.On("2026-03-26")]);
        Assert.Equal((PauseOutcome.Answered, 15, 0), (inTime.Pauses[0].Outcome, inTime.Pauses[0].WorkingDays, inTime.Warnings.Count));
        var late = Limits.Reply.Read([.. sent, ConsultationAnswered.On("2026-03-27")]);
        Assert.Equal((PauseOutcome.OrganDecides, 15, 1), (late.Pauses[0].Outcome, late.Pauses[0].WorkingDays, late.Warnings.Count));
        Assert.Equal(inTime.Due, late.Due);
    }

    // Days 1 to 3 are 3 to 5 March; the 6th to the 17th are excluded; day 4 is 18 March, so 17 days are left through all of the span.
    [Theory]
    [InlineData("2026-03-05", 17)]
    [InlineData("2026-03-09", 17)]
    [InlineData("2026-03-12", 17)]
    [InlineData("2026-03-16", 17)]
    [InlineData("2026-03-17", 17)]
    [InlineData("2026-03-18", 16)]
    [InlineData("2026-03-20", 14)]
    public void The_days_left_stand_still_while_either_consultation_lasts(string today, int left)
    {
        Fact[] all = InOrder(ConsultationSent.On("2026-03-05"), ConsultationAnswered.On("2026-03-12"),
            ConsultationSent.On("2026-03-10", party: Organ), ConsultationAnswered.On("2026-03-17", party: Organ));
        Fact[] known = [.. all.Where(fact => fact.On <= Day.Of(today))];
        var reading = Limits.Reply.Read(today, known);
        Assert.Equal(left, reading.Local.Remaining);
    }

    [Fact]
    public void A_consultation_that_begins_in_one_and_on_the_old_last_day_counts_as_any_other()
    {
        // 30 March is day 20 no more once 5 days are excluded; the organ asked on that day is an ordinary consultation.
        Fact[] facts = InOrder(ConsultationSent.On("2026-03-05"), ConsultationAnswered.On("2026-03-12"),
            ConsultationSent.On("2026-03-30", party: Organ), ConsultationAnswered.On("2026-04-01", party: Organ));
        Assert.Equal(Day.Of("2026-04-09"), Limits.Reply.Read(facts).Due);
        Fact[] last = [.. facts[..3], ConsultationSent.On("2026-04-07", party: Organ), ConsultationAnswered.On("2026-04-09", party: Organ)];
        var reading = Limits.Reply.Read(last);
        Assert.Equal((Day.Of("2026-04-10"), 3), (reading.Due!.Value, reading.Pauses[^1].WorkingDays));
    }

    [Fact]
    public void Two_sent_on_the_last_day_take_it_out_once()
    {
        var reading = Limits.Reply.Read(InOrder(ConsultationSent.On("2026-03-30"), ConsultationAnswered.On("2026-04-01"),
            ConsultationSent.On("2026-03-30", party: Organ), ConsultationAnswered.On("2026-04-02", party: Organ)));
        Assert.Equal(Day.Of("2026-04-03"), reading.Due);
    }

    [Fact]
    public void A_silent_party_and_one_that_answers_are_closed_each_by_its_own_article()
    {
        var lines = Limits.Reply.Explain("2026-04-10", Received.On("2026-03-02"), ConsultationSent.On("2026-03-05"),
            ConsultationSent.On("2026-03-06", party: Organ), ConsultationAnswered.On("2026-03-12", party: Organ)).Lines;
        var excluded = lines.Where(line => line.Kind == ExplanationKind.Excluded).ToList();
        Assert.Equal(15, excluded.Sum(line => line.Days));
        Assert.All(excluded, line => Assert.Equal("条例第三十二条、第三十三条第三款", line.Article));
    }

    [Fact]
    public void A_party_may_be_asked_again_only_when_its_first_letter_is_over()
    {
        Fact[] once = [Received.On("2026-03-02"), ConsultationSent.On("2026-03-05", with: "甲")];
        Assert.Equal(ClockErrorKind.AlreadyConsulted,
            Assert.Single(Limits.Reply.Read([.. once, ConsultationSent.On("2026-03-26", with: "甲")]).Errors).Kind);
        var again = Limits.Reply.Read([.. once, ConsultationSent.On("2026-03-27", with: "甲")]);
        Assert.Empty(again.Errors);
        Assert.Equal([Day.Of("2026-03-26"), Day.Of("2026-04-20")], again.Pauses.Select(pause => pause.Until!.Value));
        Assert.Empty(Limits.Reply.Read([.. once, ConsultationSent.On("2026-03-06", with: "乙")]).Errors);
        Assert.Empty(Limits.Reply.Read([.. once, ConsultationAnswered.On("2026-03-10", with: "甲"),
            ConsultationSent.On("2026-03-11", with: "甲")]).Errors);
        Assert.Equal(ClockErrorKind.AnsweredBeforeSent,
            Assert.Single(Limits.Reply.Read([.. once, ConsultationAnswered.On("2026-03-10", with: "乙")]).Errors).Kind);
        Assert.Equal(ClockErrorKind.AnsweredBeforeSent,
            Assert.Single(Limits.Reply.Read([.. once, ConsultationDelivered.On("2026-03-10")]).Errors).Kind);
    }

    [Fact]
    public void A_pause_before_a_new_period_does_not_lengthen_it()
    {
        Fact[] facts =
        [
            Received.On("2026-03-02"), ConsultationSent.On("2026-03-03"), FeeNotified.On("2026-03-05"),
            ConsultationAnswered.On("2026-03-06"), FeePaid.On("2026-03-09"),
        ];
        var reading = Limits.Reply.Read(facts);
        Assert.Equal((Limits.Reply.Read(Received.On("2026-03-09")).Due, 0), (reading.Due, reading.Errors.Count));

        // One that outlasts the payment takes the days after it out of the new period: 10 to 12 March.
        Fact[] across = [.. facts[..3], FeePaid.On("2026-03-09"), ConsultationAnswered.On("2026-03-12")];
        Assert.Equal(Day.Of("2026-04-10"), Limits.Reply.Read(across).Due);
    }

    private static Fact[] InOrder(params Fact[] facts)
        => [Received.On("2026-03-02"), .. facts.OrderBy(fact => fact.On)];
}
