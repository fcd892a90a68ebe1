using Disclosure.DevelopmentIssuer.Protocol;
using Disclosure.DevelopmentIssuer.Realm;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The outcome of a password check: the user, or whether a right password belongs to a disabled account.</summary>
internal readonly record struct PasswordCheck(UserModel? User, bool Disabled);

/// <summary>Checks passwords against the realm.</summary>
internal static class Passwords
{
    /// <summary>Says that an account is disabled only to whoever knows its password.</summary>
    public static PasswordCheck Check(RealmModel realm, string? name, string? password)
    {
        var user = realm.UserByName(name);
        var known = user is not null && user.Credentials.Any(credential => credential.Type == "password" && TokenRequestRules.Same(credential.Value, password));
        return known ? new PasswordCheck(user!.Enabled ? user : null, !user.Enabled) : default;
    }
}
