namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>How the sending of a notice ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>已发送.</summary>
    Sent,

    /// <summary>It held no longer, or the person wanted it no longer.</summary>
    Dropped,

    /// <summary>It could not be sent within a day.</summary>
    GivenUp,
}

/// <summary>A notice on its way out of the page (待发通知), by one channel: whom and which, never what it says.</summary>
internal sealed class PendingDelivery
{
    /// <summary>How long a failing delivery is tried, from its first attempt.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private PendingDelivery()
    {
    }

    public Guid Id { get; private set; }

    public string Authority { get; private set; } = "";

    /// <summary>Subject claim.</summary>
    public string Receiver { get; private set; } = "";

    public NotificationChannel Channel { get; private set; }

    /// <summary>The service that keeps the notice.</summary>
    public string Service { get; private set; } = "";

    public Guid NoticeId { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>The message it is sent with, from the first attempt on: an attempt that is repeated sends the same message.</summary>
    public Guid? Batch { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? FirstAttemptAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public DeliveryOutcome? Outcome { get; private set; }

    public static PendingDelivery Of(string authority, string receiver, NotificationChannel channel, string service, Guid notice,
        DateTimeOffset raisedAt, DateTimeOffset notBefore) => new()
        {
            Id = Guid.CreateVersion7(),
            Authority = authority,
            Receiver = receiver,
            Channel = channel,
            Service = service,
            NoticeId = notice,
            RaisedAt = raisedAt,
            NotBefore = notBefore,
        };

    /// <summary>It waits.</summary>
    public void Postpone(DateTimeOffset until) => NotBefore = until;

    /// <summary>Somebody takes it with others into a message; nobody else does before the lease ends.</summary>
    public void Take(Guid batch, DateTimeOffset now, TimeSpan lease)
    {
        Batch = batch;
        Attempts++;
        FirstAttemptAt ??= now;
        NotBefore = now + lease;
    }

    /// <summary>The attempt failed: another one follows, twice as late as the one before, or none.</summary>
    public void Fail(DateTimeOffset now)
    {
        if (now - FirstAttemptAt >= Patience) Finish(DeliveryOutcome.GivenUp, now);
        else NotBefore = now + PauseAfter(Attempts);
    }

    public void Finish(DeliveryOutcome outcome, DateTimeOffset now) => (Outcome, FinishedAt) = (outcome, now);

    /// <summary>How long after a failed attempt the next one follows.</summary>
    public static TimeSpan PauseAfter(int attempts) => attempts > 6 ? LongestPause : FirstPause * (1 << Math.Max(0, attempts - 1));
}
