using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <summary>What a track counts: an amount, of what, and what becomes of a last day that is a day off.</summary>
internal readonly record struct Length(int Amount, LimitUnit Unit, LastDayOff LastDayOff)
{
    public static Length Of(LimitRule limit) => new(limit.DaysInTime(), limit.Unit, limit.LastDayOff);

    /// <summary>The upper end of a range; the amount itself where the rule gives none.</summary>
    public static Length LatestOf(LimitRule limit) => Of(limit) with { Amount = limit.AmountMax ?? limit.Amount };

    /// <summary>The statutory length where there is one; otherwise the upper end of the limit's own.</summary>
    public static Length LawfulOf(LimitRule limit) => limit.Statutory is { } law ? Of(law) : LatestOf(limit);

    public static Length Of(StatutoryLimit law) => new(law.Amount, law.Unit, law.LastDayOff);
}
