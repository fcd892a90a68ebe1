using System.Security.Claims;
using System.Threading.Channels;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Shutdown;

namespace Disclosure.Gateway.Notifications.Preferences;

/// <summary>Keeps the addresses of those who are sent notices as the identity provider has them: beside the sign-in, which waits for
/// nothing of it.</summary>
internal sealed partial class AddressesAtSignIn(IServiceScopeFactory scopes, ILogger<AddressesAtSignIn> log)
    : BackgroundWork, ISignInObserver
{
    private const int Waiting = 1_000;

    // Whoever does not come in, because the database is away, comes with the next sign-in.
    private readonly Channel<Receiver> people = Channel
        .CreateBounded<Receiver>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void SignedIn(ClaimsPrincipal person)
    {
        if (Receiver.Of(person) is { } receiver) people.Writer.TryWrite(receiver);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var person in people.Reader.ReadAllAsync(stoppingToken)) await NoteAsync(person, stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task NoteAsync(Receiver person, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OwnPreferences>().ReaddressAsync(person, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(4204, LogLevel.Warning, "An address could not be looked at after a sign-in ({Kind}); it is at the next one")]
    private static partial void LogFailed(ILogger logger, string kind);
}
