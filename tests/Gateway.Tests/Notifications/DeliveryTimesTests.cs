using System.Globalization;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>When a notice may be sent.</summary>
public sealed class DeliveryTimesTests
{
    [Theory]
    // At once, outside and inside of quiet hours that cross midnight.
    [InlineData("AtOnce", "22:00-07:30", "2026-03-04 10:00", "2026-03-04 10:00")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-04 21:59", "2026-03-04 21:59")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-04 22:00", "2026-03-05 07:30")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-04 23:59", "2026-03-05 07:30")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-05 00:00", "2026-03-05 07:30")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-05 07:29", "2026-03-05 07:30")]
    [InlineData("AtOnce", "22:00-07:30", "2026-03-05 07:30", "2026-03-05 07:30")]
    // Quiet hours within a day, until midnight, and none.
    [InlineData("AtOnce", "12:00-14:00", "2026-03-04 11:59", "2026-03-04 11:59")]
    [InlineData("AtOnce", "12:00-14:00", "2026-03-04 13:00", "2026-03-04 14:00")]
    [InlineData("AtOnce", "20:00-00:00", "2026-12-31 21:00", "2027-01-01 00:00")]
    [InlineData("AtOnce", "", "2026-03-04 23:00", "2026-03-04 23:00")]
    // The day's digest, today, tomorrow and at its very minute.
    [InlineData("Digest", "22:00-07:30", "2026-03-04 08:00", "2026-03-04 08:30")]
    [InlineData("Digest", "22:00-07:30", "2026-03-04 08:30", "2026-03-04 08:30")]
    [InlineData("Digest", "22:00-07:30", "2026-03-04 08:31", "2026-03-05 08:30")]
    [InlineData("Digest", "22:00-07:30", "2026-03-04 23:00", "2026-03-05 08:30")]
    // A digest that was put into quiet hours waits for their end.
    [InlineData("Digest", "08:00-09:00", "2026-03-04 07:00", "2026-03-04 09:00")]
    public void A_notice_waits_for_the_end_of_quiet_hours_and_a_digest_for_its_hour(string delivery, string quiet, string now,
        string expected)
    {
        var hours = quiet.Split('-') is [var from, var to] ? new QuietHours(Time(from), Time(to)) : (QuietHours?)null;
        var times = new DeliveryTimes(hours, new TimeOnly(8, 30));

        Assert.Equal(Instant(expected), times.NotBefore(Enum.Parse<Delivery>(delivery), Instant(now)));
    }

    [Fact]
    public void What_is_not_sent_has_no_time()
        => Assert.Throws<ArgumentOutOfRangeException>(()
            => new DeliveryTimes(null, default).NotBefore(Delivery.Off, Instant("2026-03-04 10:00")));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1_000, 60)]
    public void Attempts_follow_twice_as_late_each_time_up_to_an_hour(int attempts, int minutes)
        => Assert.Equal(TimeSpan.FromMinutes(minutes), PendingDelivery.PauseAfter(attempts));

    [Theory]
    [InlineData("off", "off", "22:00", "07:30", "08:30", "")]
    [InlineData("digest", "off", "22:00", "07:30", "08:30", "")]
    [InlineData("off", "at-once", "22:00", "07:30", "08:30", "webhook")]
    [InlineData("off", "off", "22:00", "22:00", "08:30", "quietTo")]
    [InlineData("off", "digest", "22:00", "09:00", "08:30", "webhook digestAt")]
    public void A_choice_that_cannot_be_kept_is_refused_with_every_field(string email, string webhook, string from, string to,
        string digest, string fields)
    {
        var choice = new NotificationChoice(Codes.Parse<Delivery>(email)!.Value, Codes.Parse<Delivery>(webhook)!.Value,
            new QuietHours(Time(from), Time(to)), Time(digest));
        var channels = new AvailableChannels(new HashSet<NotificationChannel> { NotificationChannel.Email });

        Assert.Equal(fields, string.Join(' ', choice.Problem(channels, hasAddress: true)?.Errors?.Keys ?? []));
        Assert.Equal(email != "off", choice.Problem(channels, hasAddress: false)?.Errors?.ContainsKey("email") ?? false);
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant as clocks in Asia/Shanghai show it.</summary>
    private static DateTimeOffset Instant(string text)
        => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), LegalDay.Offset);
}
