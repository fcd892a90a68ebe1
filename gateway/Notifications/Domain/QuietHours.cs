namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>免打扰时段: nothing is sent from its beginning until its end, by the clocks of Asia/Shanghai.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, which is quiet no longer; earlier than the beginning where it crosses midnight.</param>
internal readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Outside the office.</summary>
    public static readonly QuietHours Usual = new(new TimeOnly(22, 0), new TimeOnly(7, 30));

    /// <summary>Whether a time of day is quiet.</summary>
    public bool Contains(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}
