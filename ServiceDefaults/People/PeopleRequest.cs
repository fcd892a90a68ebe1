using Disclosure.Contracts.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.People;

/// <summary>Asks Review once in the life of a database for everything about people: what it told before there was a queue of this
/// service, nobody keeps.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="scopes">Scopes of the process.</param>
/// <param name="service">Name of the service.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class PeopleRequest<TDb>(IServiceScopeFactory scopes, ServiceName service, TimeProvider clock,
    ILogger<PeopleRequest<TDb>> log) : BackgroundService where TDb : ServiceDbContext
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
                Postponed(log, failure.GetType().Name);
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
        if (await db.Database.ExecuteSqlAsync($"insert into people_requests (service) values ({service.Value}) on conflict do nothing",
            cancellation) == 0) return;
        db.Publish(new PeopleRequested(Guid.CreateVersion7(), clock.GetUtcNow(), "", service.Value));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Review could not be asked about people yet ({Kind}); tried again")]
    private static partial void Postponed(ILogger log, string kind);
}

/// <summary>That Review was asked about people.</summary>
internal sealed class PeopleRequestMark
{
    public required string Service { get; init; }
}
