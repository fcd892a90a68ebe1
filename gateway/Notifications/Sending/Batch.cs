using Disclosure.Gateway.Notifications.Domain;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Whom something is due for, and by which channel.</summary>
/// <param name="Authority">Authority code.</param>
/// <param name="Receiver">Subject claim.</param>
/// <param name="Channel">The channel.</param>
internal sealed record DueReceiver(string Authority, string Receiver, NotificationChannel Channel);

/// <summary>Deliveries that were taken to be sent as one message.</summary>
/// <param name="Id">Identity of the message.</param>
/// <param name="To">Whom for.</param>
/// <param name="UserName">Account name of the receiver.</param>
/// <param name="ProtectedAddress">Address of the receiver, encrypted.</param>
/// <param name="Deliveries">They, at most 100.</param>
internal sealed record Batch(Guid Id, DueReceiver To, string UserName, string? ProtectedAddress, IReadOnlyList<PendingDelivery> Deliveries);
