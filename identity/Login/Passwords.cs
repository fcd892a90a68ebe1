using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Disclosure.DevelopmentIssuer.Realm;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The outcome of a password check: the user, or whether a right password belongs to a disabled account.</summary>
internal readonly record struct PasswordCheck(UserModel? User, bool Disabled);

/// <summary>Checks passwords against the realm, and takes none of an account that too many wrong ones have locked.</summary>
/// <remarks>
/// A locked account, a wrong password and an unknown name get the same answer after the same work. Failures are kept in memory for the
/// accounts of the realm file and for nothing else, so guessed names take no memory; a restart forgets them.
/// Where Keycloak refuses a second attempt while the first is being checked, this one lets it wait: either way no guess goes uncounted.
/// A password is all this issuer knows: it asks nobody for a one-time code (一次性口令), not even where the realm's role demands one.
/// </remarks>
internal sealed partial class Passwords
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly FrozenDictionary<string, Account> accounts;
    private readonly Account nobody;
    private readonly TimeProvider clock;
    private readonly bool locks;
    private readonly ILogger<Passwords> log;

    public Passwords(RealmModel realm, TimeProvider clock, ILogger<Passwords> log)
    {
        (this.clock, this.log, locks) = (clock, log, realm.BruteForceProtected);
        accounts = realm.Users.ToFrozenDictionary(user => user.Username,
            user => new Account(user, Digest(user.Password), new Failures(realm)), StringComparer.OrdinalIgnoreCase);
        // All unknown names share one account that no password opens, so that they cost what a known name costs.
        nobody = new Account(null, Digest(null), new Failures(realm));
    }

    /// <summary>Says that an account is disabled only to whoever knows its password.</summary>
    public PasswordCheck Check(string? name, string? password)
    {
        var account = accounts.GetValueOrDefault(name ?? "", nobody);
        var right = CryptographicOperations.FixedTimeEquals(account.Digest, Digest(password ?? ""));
        // One attempt after the other: of many at once, none is judged before the failures of those before it are counted.
        lock (account.Failures)
        {
            if (!Passes(account, right) || account.User is not { } user) return default;
            return new PasswordCheck(user.Enabled ? user : null, !user.Enabled);
        }
    }

    private bool Passes(Account account, bool right)
    {
        if (!locks) return right;
        var now = clock.GetUtcNow();
        if (account.Failures.IsLocked(now)) return false;
        if (right && account.User is { Enabled: true }) account.Failures.Forget();
        else if (!right && account.Failures.Add(now) && account.User is { } user) LogLocked(user.Username);
        return right;
    }

    /// <summary>What every password is compared by: of one length, and without a password equal to nothing that can be typed.</summary>
    private byte[] Digest(string? password) => password is null
        ? RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes)
        : HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(password));

    [LoggerMessage(1, LogLevel.Warning, "{User} is locked after too many wrong passwords; a restart unlocks the account.")]
    private partial void LogLocked(string user);

    private sealed record Account(UserModel? User, byte[] Digest, Failures Failures);
}
