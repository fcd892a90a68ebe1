using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Tests.Deadlines;
using Disclosure.Testing;
using FsCheck.Fluent;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Properties;

public sealed class ClockProperties
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    private static readonly DeadlineClock Clock = new(Calendar, Limits.Reply);

    [Fact]
    [Rule(169)]
    public void A_pause_of_k_excluded_working_days_moves_the_due_day_by_exactly_k()
        => (from received in Generators.Days
            from sent in Gen.Choose(0, 20)
            from answered in Gen.Choose(0, 25)
            select (received, sent, answered)).Holds(input =>
            {
                var sent = Calendar.AddWorkingDays(input.received, new WorkingDays(input.sent)).Date;
                var answered = Calendar.AddWorkingDays(sent, new WorkingDays(input.answered)).Date;
                var reading = Clock.Read([new(Received, input.received), new(ConsultationSent, sent), new(ConsultationAnswered, answered)], input.received);

                // On the last day nothing is left to exclude, and silence is bounded by 15 days.
                var excluded = input.sent == 20 ? 0 : Math.Min(input.answered, 15);
                return reading.Errors.Count == 0
                    && Calendar.CountWorkingDays(input.received, reading.Due!.Value).Days == 20 + excluded;
            });

    [Fact]
    public void An_extension_moves_the_due_day_by_exactly_its_days()
        => (from received in Generators.Days from decided in Gen.Choose(0, 20) from days in Gen.Choose(1, 20) select (received, decided, days)).Holds(input =>
        {
            var on = Calendar.AddWorkingDays(input.received, new WorkingDays(input.decided)).Date;
            var reading = Clock.Read([new(Received, input.received), new(Extended, on, input.days)], input.received);
            return Calendar.CountWorkingDays(input.received, reading.Due!.Value).Days == 20 + input.days;
        });

    [Fact]
    public void Any_facts_give_a_reading_whose_explanation_adds_up()
        => (from first in Generators.Days
            from facts in (from kind in Gen.Elements(Enum.GetValues<FactKind>())
                           from gap in Gen.Choose(-3, 12)
                           from days in Gen.Choose(-1, 25)
                           from party in Gen.Elements(Enum.GetValues<ConsultedParty>())
                           select (kind, gap, days, party)).ListOf()
            from today in Gen.Choose(0, 200)
            select (first, facts, today)).Holds(input =>
            {
                var day = input.first;
                var facts = new List<Fact> { new(Received, day) };
                foreach (var (kind, gap, days, party) in input.facts) facts.Add(new(kind, day = day.AddDays(gap), days, party));
                var (reading, lines) = Clock.Explain([.. facts], input.first.AddDays(input.today));
                if (reading != Clock.Read([.. facts], input.first.AddDays(input.today)) with { Pauses = reading.Pauses, Errors = reading.Errors, Warnings = reading.Warnings }) return false;
                if (reading.Due is null) return true;
                var counted = lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0);
                return counted == 20 + reading.Extension;
            });
}
