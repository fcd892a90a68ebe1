namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>A way for notices to leave the page (提醒方式).</summary>
public enum NotificationChannel
{
    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>短信或工作群: whatever stands behind the deployment's hook.</summary>
    Webhook,
}

/// <summary>When notices are sent by a channel.</summary>
public enum Delivery
{
    /// <summary>不提醒.</summary>
    Off,

    /// <summary>即时提醒.</summary>
    AtOnce,

    /// <summary>每日汇总: once a day, at the person's hour.</summary>
    Digest,
}

/// <summary>The channels that this deployment has; one that is not configured does not exist.</summary>
/// <param name="All">They.</param>
internal sealed record AvailableChannels(IReadOnlySet<NotificationChannel> All)
{
    public bool Has(NotificationChannel channel) => All.Contains(channel);
}
