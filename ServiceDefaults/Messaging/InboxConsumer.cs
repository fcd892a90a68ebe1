using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>A consumer whose effect happens once: the message id is recorded in the transaction of its effect.</summary>
/// <typeparam name="TMessage">The contract.</typeparam>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of this delivery's scope.</param>
/// <param name="clock">The clock.</param>
public abstract class InboxConsumer<TMessage, TDb>(TDb db, TimeProvider clock) : IConsumer<TMessage>
    where TMessage : class, IIntegrationMessage
    where TDb : ServiceDbContext
{
    /// <summary>The database; changes are saved by the base class.</summary>
    protected TDb Db => db;

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellation = context.CancellationToken;
        // Nothing of a message that fails is kept: no part of it needs a savepoint, each of which is two more questions to the server.
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.TakeConnectionAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await IsFirstAsync(context.Message.MessageId, cancellation)) return;
        await HandleAsync(context.Message, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Committed();
    }

    /// <summary>Whether the message takes effect now, and not before. The insert blocks a concurrent delivery of the same message until
    /// this transaction ends, so no two can both be first.</summary>
    private async Task<bool> IsFirstAsync(Guid message, CancellationToken cancellation)
    {
        try
        {
            return await db.Database.ExecuteSqlAsync($"""
                insert into inbox_messages (message_id, consumer, processed_at)
                values ({message}, {GetType().Name}, {clock.GetUtcNow()}) on conflict do nothing
                """, cancellation) > 0;
        }
        catch (NpgsqlException late) when (late.InnerException is TimeoutException)
        {
            // Its own earlier delivery is not over yet: of a machine that is gone, it ends when the server finds out. No fault of the
            // message.
            throw new DatabaseIsAwayException(late);
        }
    }

    /// <summary>Changes state; may call <see cref="ServiceDbContext.Publish{T}"/>. Nothing is kept when it throws.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Cancels on shutdown.</param>
    /// <returns>A task that ends when the change is prepared.</returns>
    protected abstract Task HandleAsync(TMessage message, CancellationToken cancellation);

    /// <summary>What the message has changed holds from now on. Not called for a message that took effect before, nor when the process ends
    /// in between: only a hint.</summary>
    protected virtual void Committed()
    {
    }
}
