using System.Diagnostics.Metrics;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>How much leaves the page, by channel.</summary>
internal static class DeliveryMeters
{
    private static readonly Counter<long> SentNotices = Telemetry.Meter
        .CreateCounter<long>("disclosure.notifications.sent", "{notice}", "Notices sent outside the page");
    private static readonly Counter<long> DroppedNotices = Telemetry.Meter
        .CreateCounter<long>("disclosure.notifications.dropped", "{notice}", "Notices that held no longer or were wanted no longer");
    private static readonly Counter<long> FailedAttempts = Telemetry.Meter
        .CreateCounter<long>("disclosure.notifications.failed", "{attempt}", "Attempts to send that failed");
    private static readonly Counter<long> GivenUpNotices = Telemetry.Meter
        .CreateCounter<long>("disclosure.notifications.given_up", "{notice}", "Notices that could not be sent within a day");

    public static void Sent(NotificationChannel channel, int notices) => SentNotices.Add(notices, Tag(channel));

    public static void Dropped(NotificationChannel channel, int notices)
    {
        if (notices > 0) DroppedNotices.Add(notices, Tag(channel));
    }

    public static void Failed(NotificationChannel channel) => FailedAttempts.Add(1, Tag(channel));

    public static void GivenUp(NotificationChannel channel, int notices) => GivenUpNotices.Add(notices, Tag(channel));

    private static KeyValuePair<string, object?> Tag(NotificationChannel channel) => new("channel", Codes.Of(channel));
}
