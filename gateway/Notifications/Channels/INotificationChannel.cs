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
/// <remarks>Nothing outside points at what was found to be a state secret (认定涉密): it leaves as what was merely turned down does.
/// Neither of them, nor what is not to be disclosed, leaves under its title.</remarks>
internal sealed record OutgoingNotice
{
    private const string Untitled = "一件送审的信息";

    /// <summary>Makes it fit to leave.</summary>
    /// <param name="kind">What it tells of.</param>
    /// <param name="title">Title.</param>
    /// <param name="link">Absolute address.</param>
    /// <param name="at">When it happened.</param>
    public OutgoingNotice(NoticeKind kind, string title, Uri link, DateTimeOffset at)
        => (Kind, Title, Link, At) = kind switch
        {
            NoticeKind.FoundSecret or NoticeKind.Rejected => (NoticeKind.Rejected, Untitled, link, at),
            NoticeKind.NotPublished => (kind, Untitled, link, at),
            _ => (kind, title, link, at),
        };

    /// <summary>What it tells of.</summary>
    public NoticeKind Kind { get; }

    /// <summary>Title.</summary>
    public string Title { get; }

    /// <summary>Absolute address.</summary>
    public Uri Link { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; }
}
