using System.Globalization;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;

namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>How one person of an authority wants to be told of notices outside the page (通知设置); off until the person says
/// otherwise.</summary>
internal sealed class NotificationPreferences : IAggregate
{
    /// <summary>Kind of subject in the audit log.</summary>
    public const string Kind = "gateway.notification-preferences";

    private NotificationPreferences()
    {
    }

    public Guid Id { get; private set; }

    public string Authority { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Account name, by which whoever stands behind the hook knows the person.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The address that the identity provider vouches for, encrypted; null where it vouches for none.</summary>
    public string? ProtectedAddress { get; private set; }

    public Delivery Email { get; private set; }

    public Delivery Webhook { get; private set; }

    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietTo { get; private set; }

    public TimeOnly DigestAt { get; private set; }

    public int Version { get; private set; }

    Guid IAggregate.Key => Id;

    public NotificationChoice Choice => new(Email, Webhook, Quiet, DigestAt);

    public DeliveryTimes Times => new(Quiet, DigestAt);

    private QuietHours? Quiet => QuietFrom is { } from && QuietTo is { } to ? new QuietHours(from, to) : null;

    /// <summary>Those of a person who has chosen nothing yet.</summary>
    public static NotificationPreferences Of(string authority, string subject, string userName)
    {
        var usual = new NotificationPreferences
        {
            Id = Guid.CreateVersion7(),
            Authority = authority,
            Subject = subject,
            UserName = userName,
        };
        usual.Take(NotificationChoice.Usual);
        return usual;
    }

    /// <summary>Where the address stands: it is read nowhere else.</summary>
    public static string PlaceOf(string authority, string subject) => $"notification_preferences.address/{authority}/{subject}";

    /// <summary>Whether anything may be sent by a channel.</summary>
    public bool Wants(NotificationChannel channel)
        => Choice.Of(channel) != Delivery.Off && (channel != NotificationChannel.Email || ProtectedAddress is not null);

    /// <summary>The person chooses.</summary>
    /// <returns>Why not, or what happened: nothing where all of it was so before.</returns>
    public Verdict Choose(NotificationChoice choice, AvailableChannels channels, Actor person)
    {
        if (choice.Problem(channels, ProtectedAddress is not null) is { } problem) return problem;
        if (Version > 0 && choice == Choice) return Verdict.Nothing;
        Take(choice);
        return new AuditFact("notifications-chosen", person) { SubjectKind = Kind, SubjectId = Id, Detail = Detail(choice) };
    }

    /// <summary>The identity provider says something else of the person than before.</summary>
    /// <param name="userName">Account name.</param>
    /// <param name="protectedAddress">The address, encrypted, or none.</param>
    /// <param name="person">The person, who has signed in.</param>
    /// <returns>What happened; the address itself is in no record.</returns>
    public Verdict Readdress(string userName, string? protectedAddress, Actor person)
    {
        (UserName, ProtectedAddress) = (userName, protectedAddress);
        return new AuditFact("notifications-readdressed", person) { SubjectKind = Kind, SubjectId = Id };
    }

    private void Take(NotificationChoice choice)
    {
        (Email, Webhook, DigestAt) = (choice.Email, choice.Webhook, choice.DigestAt);
        (QuietFrom, QuietTo) = (choice.Quiet?.From, choice.Quiet?.To);
    }

    private static string Detail(NotificationChoice choice) => $$"""
        {"email":"{{Codes.Of(choice.Email)}}","webhook":"{{Codes.Of(choice.Webhook)}}",
        """ + $$"""
        "quiet":"{{Text(choice.Quiet)}}","digestAt":"{{Text(choice.DigestAt)}}"}
        """;

    private static string Text(QuietHours? quiet) => quiet is { } hours ? $"{Text(hours.From)}-{Text(hours.To)}" : "";

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
