using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Properties;

/// <summary>The reply period counted day by day on paper: slow, and without a line in common with the clock.</summary>
internal sealed class ClockOracle(WorkingCalendar calendar)
{
    private readonly List<(ConsultedParty Party, DateOnly From, DateOnly Until, bool Open)> letters = [];
    private DateOnly start;
    private FactKind? waitingFor;
    private DateOnly? lapse;
    private bool corrected;
    private int extended;

    public int Extension { get; private set; }

    public int Delay { get; private set; }

    public List<int> Refused { get; } = [];

    /// <summary>The last day after some facts, the first of which is the receipt; null while the count stands still.</summary>
    public DateOnly? Read(IReadOnlyList<Fact> facts)
    {
        start = facts[0].On;
        for (var index = 1; index < facts.Count; index++)
            if (!Accepts(facts[index])) Refused.Add(index);
        return waitingFor is null ? Last(20 + Extension + Delay) : null;
    }

    private bool Accepts(Fact fact)
    {
        var runs = waitingFor is null;
        var open = runs && fact.On <= Last(20 + Extension + Delay);
        switch (fact.Kind)
        {
            case Extended:
                if (Extension > 0 || fact.Days < 1 || fact.Days > 20 - extended || !runs || fact.On > Last(20)) return false;
                (Extension, extended) = (fact.Days, extended + fact.Days);
                return true;
            case Delayed:
                if (Delay > 0 || fact.Days is < 1 or > 400 || !open) return false;
                Delay = fact.Days;
                return true;
            case ConsultationSent:
                if (!open || letters.Any(letter => letter.Party == fact.Party && letter.Open && letter.Until >= fact.On)) return false;
                letters.Add((fact.Party!.Value, fact.On, After(fact.On, 15), true));
                return true;
            case ConsultationAnswered:
                var at = letters.FindLastIndex(letter => letter.Party == fact.Party && letter.Open);
                if (at < 0) return false;
                letters[at] = letters[at] with { Until = fact.On < letters[at].Until ? fact.On : letters[at].Until, Open = false };
                return true;
            case CorrectionRequested:
                if (corrected || !open) return false;
                (corrected, waitingFor, lapse) = (true, CorrectionReceived, null);
                return true;
            case FeeNotified:
                if (!open) return false;
                (waitingFor, lapse) = (FeePaid, After(fact.On, 20));
                return true;
            default:
                if (waitingFor != fact.Kind || fact.On > lapse) return false;
                (start, waitingFor, Extension, Delay) = (fact.On, null, 0, 0);
                return true;
        }
    }

    // A letter sent on what would be the last day takes that day out too, if it was not answered the same day.
    private DateOnly Last(int days)
    {
        var day = start;
        for (var counted = 0; counted < days;)
        {
            day = day.AddDays(1);
            if (!calendar.IsWorkingDay(day).IsWorkingDay || letters.Any(letter => day > letter.From && day <= letter.Until)) continue;
            counted++;
            if (counted == days && letters.Any(letter => letter.From == day && letter.Until > day)) counted--;
        }

        return day;
    }

    private DateOnly After(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day).IsWorkingDay) days--;
        }

        return day;
    }
}
