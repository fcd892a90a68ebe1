using System.Security.Claims;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.SignIn;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Gateway.Notifications.Preferences;

/// <summary>A signed-in person, as far as notices are sent there.</summary>
/// <param name="Staff">The person.</param>
/// <param name="Address">The address that the identity provider vouches for; null where it vouches for none.</param>
internal sealed record Receiver(StaffMember Staff, string? Address)
{
    /// <summary>Where the address stands encrypted.</summary>
    public string Place => NotificationPreferences.PlaceOf(Staff.Authority, Staff.Subject);

    /// <summary>Null for an account without authority or unit.</summary>
    public static Receiver? Of(ClaimsPrincipal person)
        => person.Staff() is { } staff ? new Receiver(staff, VerifiedAddress.Of(person)) : null;

    /// <summary>The person as one who acts upon the own settings.</summary>
    public Actor Actor(string? networkAddress = null)
        => new(Staff.Subject, Staff.Name, Staff.Authority, Staff.Unit, Address: networkAddress);
}
