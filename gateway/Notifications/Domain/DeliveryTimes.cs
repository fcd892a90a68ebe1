using Disclosure.Kernel;

namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>When a notice may be sent: pure, by the instant it is asked at.</summary>
/// <param name="Quiet">免打扰时段; null where the person has none.</param>
/// <param name="DigestAt">When the day's digest is sent (汇总时间), Asia/Shanghai.</param>
internal sealed record DeliveryTimes(QuietHours? Quiet, TimeOnly DigestAt)
{
    /// <summary>At the beginning of the office's day.</summary>
    public static readonly TimeOnly UsualDigest = new(8, 30);

    /// <summary>The earliest instant at which a notice of now may be sent.</summary>
    /// <param name="delivery">At once, or with the digest.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The instant, UTC; now, or later.</returns>
    public DateTimeOffset NotBefore(Delivery delivery, DateTimeOffset now) => delivery switch
    {
        Delivery.AtOnce => AfterQuiet(now),
        Delivery.Digest => AfterQuiet(Next(DigestAt, now)),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, "What is not sent has no time."),
    };

    /// <summary>The instant itself, or the end of the quiet hours it falls into.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The instant, UTC.</returns>
    public DateTimeOffset AfterQuiet(DateTimeOffset at) => Quiet is { } quiet && quiet.Contains(TimeOf(at)) ? Next(quiet.To, at) : at;

    /// <summary>The next instant at which clocks show the time, this one included.</summary>
    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset from)
    {
        var today = LegalDay.Start(LegalDay.Of(from)) + time.ToTimeSpan();
        return today >= from ? today : today.AddDays(1);
    }

    private static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromTimeSpan(LegalDay.Local(instant).TimeOfDay);
}
