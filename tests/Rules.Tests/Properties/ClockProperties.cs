using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
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

    private static readonly List<LimitRule> National = [.. RulePacks.NationalLimits().Where(DeadlineClock.CanRead)];

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
                var reading = Clock.Read([new(Received, input.received), new(ConsultationSent, sent), new(ConsultationAnswered, answered)],
                    input.received);

                // Silence is bounded by 15 days; what is sent on the last day takes that day out too, so that one is left to act on the
                // answer.
                var excluded = Math.Min(input.answered, 15) + (input.sent == 20 && input.answered > 0 ? 1 : 0);
                return reading.Errors.Count == 0
                    && reading.Pauses.Single().WorkingDays == excluded
                    && Calendar.CountWorkingDays(input.received, reading.Due!.Value).Days == 20 + excluded;
            });

    [Fact]
    public void What_is_prompt_is_due_on_the_first_working_day_from_its_start_on_and_what_is_immediate_on_the_start_itself()
        => Generators.Days.Holds(start =>
        {
            var prompt = Limits.Of("any.limit", 0, LimitUnit.Prompt).Read(new Fact(Started, start)).Due!.Value;
            var immediate = Limits.Of("any.limit", 0, LimitUnit.Immediate).Read(new Fact(Started, start)).Due!.Value;
            return immediate == start && Calendar.Works(prompt) && prompt >= start
                && Calendar.CountWorkingDays(start.AddDays(-1), prompt).Days == 1;
        });

    [Fact]
    public void An_extension_moves_the_due_day_by_exactly_its_days()
        => (from received in Generators.Days
            from decided in Gen.Choose(0, 20)
            from days in Gen
        .Choose(1, 20)
            select (received, decided, days)).Holds(input =>
        {
            var on = Calendar.AddWorkingDays(input.received, new WorkingDays(input.decided)).Date;
            var reading = Clock.Read([new(Received, input.received), new(Extended, on, input.days)], input.received);
            return Calendar.CountWorkingDays(input.received, reading.Due!.Value).Days == 20 + input.days;
        });

    [Fact]
    public void Any_facts_give_a_reading_whose_explanation_adds_up()
        => Histories.Holds(history =>
            {
                var (reading, lines) = Clock.Explain(history.Facts, history.Today);
                if (reading != Clock.Read(history.Facts, history.Today) with
                {
                    Pauses = reading.Pauses,
                    Errors = reading.Errors,
                    Warnings = reading.Warnings
                }) return false;
                return reading.Due is null
                    || Counted(lines.Where(line => line.From > reading.Start)) == 20 + reading.Extension + reading.Delay;
            });

    [Fact]
    public void Every_day_from_the_first_start_to_the_due_day_is_told_exactly_once()
        => Histories.Holds(history =>
            {
                var (reading, lines) = Clock.Explain(history.Facts, history.Today);
                var told = Told(lines);
                var first = history.Facts[0].On.DayNumber;
                return told.SequenceEqual(Enumerable.Range(first + 1, told.Count))
                    && (reading.Due is not { } due || told.Count == due.DayNumber - first);
            });

    [Fact]
    public void An_obstacle_never_changes_how_many_days_are_counted()
        => (from formed in Generators.Days
            from blocked in Gen.Choose(0, 10)
            from unblocked in Gen.Choose(0, 30)
            select (formed, blocked, unblocked)).Holds(input =>
            {
                var blocked = input.formed.AddDays(input.blocked);
                Fact[] facts = [new(Formed, input.formed), new(Blocked, blocked), new(Unblocked, blocked.AddDays(input.unblocked))];
                var (reading, lines) = new DeadlineClock(Calendar, Limits.Of("publication", 5)).Explain(facts, input.formed);
                var excluded = lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days);
                return Counted(lines) == 5 && excluded == reading.Pauses.Sum(pause => pause.WorkingDays)
                    && Calendar.CountWorkingDays(input.formed, reading.Due!.Value).Days == 5 + excluded
                    + (reading.Due > Due5(input.formed) ? 1 : 0);
            });

    [Fact]
    public void Extensions_delays_pauses_and_new_periods_agree_with_walking_day_by_day()
        => Files.Holds(facts =>
            {
                var oracle = new ClockOracle(Calendar);
                var due = oracle.Read(facts);
                var (reading, lines) = Clock.Explain(facts, facts[0].On);
                return reading.Due == due && reading.Errors.Select(error => error.Index).Distinct().SequenceEqual(oracle.Refused)
                    && (due is null || ((reading.Extension, reading.Delay) == (oracle.Extension, oracle.Delay)
                    && Counted(lines.Where(line => line.From > reading.Start)) == 20 + oracle.Extension + oracle.Delay));
            });

    [Fact]
    public void Limits_in_calendar_days_agree_with_walking_day_by_day()
        => (from start in Generators.Days
            from amount in Gen.Choose(1, 90)
            from moves in Gen.Elements(false, true)
            from steps in (from gap in Gen.Choose(0, 40) from days in Gen.Choose(-1, 33) select (gap, days)).ListOf()
            select (start, amount, moves, steps)).Holds(input =>
            {
                var limit = Limits.Of("petition.handling", input.amount, LimitUnit.CalendarDay);
                if (input.moves) limit = limit with { LastDayOff = LastDayOff.Moves };
                var facts = new List<Fact> { new(Accepted, input.start) };
                foreach (var (gap, days) in input.steps) facts.Add(new(Extended, facts[^1].On.AddDays(gap), days));
                var extension = 0;
                var refused = new List<int>();
                for (var index = 1; index < facts.Count; index++)
                {
                    if (extension == 0 && facts[index].Days is >= 1 and <= 30
                        && facts[index].On <= Walk(input.start, input.amount, input.moves)) extension = facts[index].Days;
                    else refused.Add(index);
                }

                var (reading, lines) = new DeadlineClock(Calendar, limit).Explain(facts.ToArray(), input.start);
                return reading.Due == Walk(input.start, input.amount + extension, input.moves) && reading.Extension == extension
                    && reading.Errors.Select(error => error.Index).Distinct().SequenceEqual(refused)
                    && Counted(lines) == input.amount + extension
                    && Told(lines).SequenceEqual(Enumerable.Range(input.start.DayNumber + 1,
                        reading.Due!.Value.DayNumber - input.start.DayNumber))
                    && reading.Local.DayOff is null == (input.moves || Calendar.Works(reading.Due!.Value));
            });

    [Fact]
    public void Any_facts_can_be_read_under_any_limit()
        => Histories.Holds(history => National.All(limit =>
            {
                var (reading, lines) = new DeadlineClock(Calendar, limit).Explain(history.Facts, history.Today);
                return lines.All(line => line.Text.Length > 0 && line.Article.Length > 0)
                    && (reading.Due is null || reading.Due > reading.Start);
            }));

    private static List<int> Told(IEnumerable<ExplanationLine> lines)
        => [.. lines.Where(line => line.Kind is not (ExplanationKind.Fact or ExplanationKind.Due)
            && (line.Kind != ExplanationKind.Note || line.Total > 0))
            .SelectMany(line => Enumerable.Range(line.From.DayNumber, line.To.DayNumber - line.From.DayNumber + 1))];

    private static DateOnly Walk(DateOnly start, int days, bool moves)
    {
        var day = start;
        while (days-- > 0) day = day.AddDays(1);
        while (moves && !Calendar.Works(day)) day = day.AddDays(1);
        return day;
    }

    // Mostly early and mostly lawful facts, so that histories get far enough to have something to add up.
    private static FsCheck.Gen<Fact[]> Files { get; } =
        from first in Generators.Days
        from steps in (from kind in Gen.Elements(Extended, Delayed, Delayed, ConsultationSent, ConsultationSent, ConsultationAnswered,
                       CorrectionRequested, CorrectionReceived, FeeNotified, FeePaid)
                       from gap in Gen.Choose(0, 14)
                       from days in Gen.Elements(-1, 0, 1, 2, 5, 10, 19, 20, 21, 40, 400, 401)
                       from party in Gen.Elements(ConsultedParty.ThirdParty, ConsultedParty.Organ)
                       select (kind, gap, days: kind is Extended or Delayed ? days : 0, party: (ConsultedParty?)party)).ListOf()
        select History(first, steps);

    private static FsCheck.Gen<(Fact[] Facts, DateOnly Today)> Histories { get; } =
        from first in Generators.Days
        from steps in (from kind in Gen.Elements(Enum.GetValues<FactKind>())
                       from gap in Gen.Choose(-3, 12)
                       from days in Gen.Choose(-1, 25)
                       from party in Gen.Elements(new ConsultedParty?[] { ConsultedParty.ThirdParty, ConsultedParty.Organ, null })
                       select (kind, gap, days, party)).ListOf()
        from today in Gen.Choose(0, 200)
        select (History(first, steps), first.AddDays(today));

    private static Fact[] History(DateOnly first, IEnumerable<(FactKind Kind, int Gap, int Days, ConsultedParty? Party)> steps)
    {
        var facts = new List<Fact> { new(Received, first) };
        foreach (var (kind, gap, days, party) in steps) facts.Add(new(kind, facts[^1].On.AddDays(gap), days, party));
        return [.. facts];
    }

    private static int Counted(IEnumerable<ExplanationLine> lines)
        => lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0);

    private static DateOnly Due5(DateOnly from) => Calendar.AddWorkingDays(from, new WorkingDays(5)).Date;
}
