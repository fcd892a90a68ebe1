using Disclosure.Contracts.Work;
using Disclosure.Gateway.Notifications.Domain;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>A way out of the page: sends one message to one person, or fails.</summary>
internal interface INotificationChannel
{
    NotificationChannel Kind { get; }

    /// <summary>Sends it; ends when whoever delivers it has taken it.</summary>
    /// <exception cref="Exception">It was not taken. What the exception says may name the person and is for no log.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>What leaves the page: titles that the receiver may read, and links; never any content.</summary>
/// <param name="Id">Identity of the message: the same for every attempt.</param>
/// <param name="Authority">Authority code.</param>
/// <param name="UserName">Account name of the receiver.</param>
/// <param name="Address">E-mail address of the receiver; only for the channel that needs it.</param>
/// <param name="Notices">The notices, the oldest first.</param>
internal sealed record OutgoingMessage(Guid Id, string Authority, string UserName, string? Address, IReadOnlyList<OutgoingNotice> Notices);

/// <summary>One notice of it.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Title">Title.</param>
/// <param name="Link">Absolute address.</param>
/// <param name="At">When it happened.</param>
internal sealed record OutgoingNotice(NoticeKind Kind, string Title, Uri Link, DateTimeOffset At);
