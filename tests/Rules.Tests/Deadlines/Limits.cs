using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>Limits and facts for tests.</summary>
internal static class Limits
{
    public static readonly DateOnly Early = new(1990, 1, 1);

    private static readonly Citation Local = new("制度", "第三条", []);

    public static LimitRule Of(string code, int amount, LimitUnit unit = LimitUnit.WorkingDay, int? max = null, int? statutory = null,
        Silence? silence = null)
        => new(code, code, amount, unit, max,
            statutory is { } law ? new StatutoryLimit(law, LimitUnit.WorkingDay, new Citation("条例", "第二十六条", [])) : null, Local, null,
            silence);

    public static readonly LimitRule Reply = Of("application.reply", 20);

    public static Fact On(this FactKind kind, string day, int days = 0, ConsultedParty? party = null, string? with = null)
        => new(kind, Day.Of(day), days, party, with);

    public static IReadOnlyList<ExplanationLine> Explain(this LimitRule limit, params Fact[] facts)
        => limit.Explain("1990-01-01", facts).Lines;

    public static ExplainedReading Explain(this LimitRule limit, string today, params Fact[] facts)
        => new DeadlineClock(WorkingCalendar.Embedded, limit).Explain(facts, Day.Of(today));

    public static ClockReading Read(this LimitRule limit, string today, params Fact[] facts)
        => new DeadlineClock(WorkingCalendar.Embedded, limit).Read(facts, Day.Of(today));

    public static ClockReading Read(this LimitRule limit, params Fact[] facts)
        => new DeadlineClock(WorkingCalendar.Embedded, limit).Read(facts, Early);
}
