using Disclosure.Contracts.Facts;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Facts;

/// <summary>Tells the service's facts again from a position, because somebody who counts asks.</summary>
/// <remarks>One message tells a bounded number and asks for the rest itself: a log of years is told in short transactions, and a crash goes
/// on where it was.</remarks>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of this delivery's scope.</param>
/// <param name="service">The service that keeps the facts.</param>
/// <param name="clock">The clock.</param>
internal sealed class FactsRequestedConsumer<TDb>(TDb db, ServiceName service, TimeProvider clock)
    : InboxConsumer<FactsRequested, TDb>(db, clock) where TDb : ServiceDbContext
{
    /// <summary>Facts told for one message.</summary>
    public const int MaxOfRequest = 10 * FactLog.MaxTold;

    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(FactsRequested message, CancellationToken cancellation)
    {
        if (message.Service.Length > 0 && message.Service != service.Value) return;
        if (message.Authority.Length == 0)
        {
            foreach (var authority in await Db.FactHeads.AsNoTracking().OrderBy(head => head.Authority).Select(head => head.Authority)
                .ToListAsync(cancellation)) Ask(authority, 0);
            return;
        }

        var facts = await Db.Facts.AsNoTracking().Where(fact => fact.Authority == message.Authority && fact.Number > message.After)
            .OrderBy(fact => fact.Number).Take(MaxOfRequest).ToListAsync(cancellation);
        foreach (var part in facts.Chunk(FactLog.MaxTold)) Db.Tell(message.Authority, service.Value, part);
        if (facts.Count == MaxOfRequest) Ask(message.Authority, facts[^1].Number);
    }

    private void Ask(string authority, long after)
        => Db.Publish(new FactsRequested(Guid.CreateVersion7(), clock.GetUtcNow(), authority, service.Value, after));
}
