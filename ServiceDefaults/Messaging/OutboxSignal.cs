using System.Data.Common;
using System.Threading.Channels;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Wakes the relay of this process after a commit; another process's relay finds the rest by polling.</summary>
internal sealed class OutboxSignal : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly Channel<bool> wakes = Channel
        .CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => wakes.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan poll, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(poll, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The poll interval ended without a wake, or the process stops: the caller looks either way.
        }
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        WakeFor(eventData.Context);
        return Task.CompletedTask;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null) WakeFor(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // Only for what was published: the relay commits too, and would otherwise wake itself without end.
    private void WakeFor(DbContext? context)
    {
        if (context is ServiceDbContext service && service.TakePublished()) Wake();
    }
}
