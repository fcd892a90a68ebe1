using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Gateway.Data;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Gateway.Notifications.Preferences;

/// <summary>A person reads and changes the own settings (通知设置); nobody changes another's.</summary>
internal sealed class OwnPreferences(GatewayDb db, CommandRunner<GatewayDb> commands, ColumnProtector protector, AvailableChannels channels)
{
    private static readonly Failure HasNone = new(FailureKind.NotFound, "no-notification-preferences", "没有通知设置");

    /// <summary>What the person has chosen, or what holds for whoever has not.</summary>
    public async Task<NotificationChoice> ChoiceAsync(Receiver person, CancellationToken cancellation)
        => (await Of(person).AsNoTracking().FirstOrDefaultAsync(cancellation))?.Choice ?? NotificationChoice.Usual;

    /// <summary>Chooses; the address is what the identity provider says today.</summary>
    /// <param name="person">The person.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="key">Idempotency key of the form.</param>
    /// <param name="networkAddress">Where the request came from.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<Outcome<Committed>> ChooseAsync(Receiver person, NotificationChoice choice, string? key, string? networkAddress,
        CancellationToken cancellation)
    {
        var actor = person.Actor(networkAddress);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(choice)));
        // Serial, so that of two first choices at once the second finds what the first has made.
        return commands.ChangeAsync<NotificationPreferences>(new CommandContext(actor, key, fingerprint), async () =>
        {
            if (await Of(person).FirstOrDefaultAsync(cancellation) is { } found) return found;
            var made = NotificationPreferences.Of(person.Staff.Authority, person.Staff.Subject, person.Staff.UserName);
            db.Add(made);
            return made;
        }, preferences =>
        {
            var readdressed = Readdress(preferences, person, actor);
            var chosen = preferences.Choose(choice, channels, actor);
            return Task.FromResult(chosen.Failure is { } failure ? failure : new Verdict(null, [.. readdressed.Facts, .. chosen.Facts]));
        }, cancellation, serial: true);
    }

    /// <summary>Takes over what the identity provider says at a sign-in; whoever has no settings gets none by it.</summary>
    public Task<Outcome<Committed>> ReaddressAsync(Receiver person, CancellationToken cancellation)
        => commands.ChangeAsync<NotificationPreferences>(new CommandContext(person.Actor()), async ()
            => await Of(person).FirstOrDefaultAsync(cancellation) is { } found ? found : HasNone,
            preferences => Task.FromResult(Readdress(preferences, person, person.Actor())), cancellation);

    private IQueryable<NotificationPreferences> Of(Receiver person)
        => db.Preferences.Where(p => p.Authority == person.Staff.Authority && p.Subject == person.Staff.Subject);

    private Verdict Readdress(NotificationPreferences preferences, Receiver person, Actor actor)
    {
        var known = preferences.ProtectedAddress is { } text ? protector.Unprotect(text, person.Place) : null;
        var isCurrent = preferences.ProtectedAddress is not { } kept || protector.IsCurrent(kept);
        if (known == person.Address && preferences.UserName == person.Staff.UserName && isCurrent) return Verdict.Nothing;
        return preferences.Readdress(person.Staff.UserName,
            person.Address is { } address ? protector.Protect(address, person.Place) : null, actor);
    }
}
