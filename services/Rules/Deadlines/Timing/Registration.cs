using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>Registration for an event (会议召开前报名): a limit that ends at a moment, not on a day.</summary>
public static class Registration
{
    /// <summary>Whether it is still open.</summary>
    /// <param name="limit">The limit, of unit <see cref="LimitUnit.BeforeStart"/>.</param>
    /// <param name="starts">When the event starts.</param>
    /// <param name="at">When somebody registers.</param>
    /// <returns>True before the event starts; false from its start on.</returns>
    /// <exception cref="ArgumentException">The limit does not end with a start.</exception>
    public static bool IsOpen(LimitRule limit, DateTimeOffset starts, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.Unit != LimitUnit.BeforeStart) throw new ArgumentException($"{limit.Code} does not end with the start of an event.",
            nameof(limit));
        return at < starts;
    }
}
