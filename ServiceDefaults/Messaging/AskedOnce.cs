using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Asks another service once in the life of a database for what it has told so far: what it told before there was a queue of
/// this service, nobody keeps.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TQuestion">The question.</typeparam>
/// <param name="scopes">Scopes of the process.</param>
/// <param name="ask">Makes the question.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class AskedOnce<TDb, TQuestion>(IServiceScopeFactory scopes, Func<TQuestion> ask, TimeProvider clock,
    ILogger<AskedOnce<TDb, TQuestion>> log) : BackgroundService where TDb : ServiceDbContext where TQuestion : class, IIntegrationMessage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AskAsync(stoppingToken);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away: health says so, and this is tried again.
                Postponed(log, typeof(TQuestion).Name, failure.GetType().Name);
            }

            // A pause between attempts, not a wait for something: without it an outage would be asked as fast as it answers.
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The row says that it was asked; of two replicas one inserts it.
        if (await db.Database.ExecuteSqlAsync($"insert into asked_once (question) values ({typeof(TQuestion).Name}) on conflict do nothing",
            cancellation) == 0) return;
        db.Publish(ask());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "{Question} could not be asked yet ({Kind}); tried again")]
    private static partial void Postponed(ILogger log, string question, string kind);
}

/// <summary>That something was asked.</summary>
internal sealed class AskedOnce
{
    public required string Question { get; init; }

    public static void Configure(ModelBuilder model) => model.Entity<AskedOnce>(asked =>
    {
        asked.ToTable("asked_once");
        asked.HasKey(a => a.Question);
    });
}
