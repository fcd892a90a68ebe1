using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Disclosure.ServiceDefaults.Commands;

/// <summary>What a command left behind.</summary>
/// <param name="Id">The aggregate that was created or changed.</param>
/// <param name="Version">Its version now.</param>
public readonly record struct Committed(Guid Id, int Version);

/// <summary>
/// Runs every change of state (命令): idempotency key, version, transaction, audit entry, outbox and commit are here, once; a use case
/// is what it looks up and what it decides.
/// </summary>
/// <remarks>A decision that meets a change made by somebody else meanwhile is taken anew, on what is there now, and says what they did if
/// nothing is left to do.</remarks>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of the scope.</param>
/// <param name="audit">The service's audit log.</param>
/// <param name="clock">The clock.</param>
public sealed class CommandRunner<TDb>(TDb db, AuditLog<TDb> audit, TimeProvider clock) where TDb : ServiceDbContext
{
    /// <summary>Two people rarely act on the same at once; three in a row never.</summary>
    private const int Attempts = 4;

    /// <summary>Creates an aggregate.</summary>
    /// <typeparam name="T">The aggregate.</typeparam>
    /// <param name="command">Who asks.</param>
    /// <param name="decide">Makes it, and says what happened; may call <see cref="ServiceDbContext.Publish{T}"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="serial">Whether the authority's commands run one after the other with this one, so that what it looks up cannot change
    /// before it is done.</param>
    /// <returns>What was left behind, the same for the same key; or why not.</returns>
    public Task<Outcome<Committed>> CreateAsync<T>(CommandContext command, Func<Task<Outcome<Creation<T>>>> decide,
        CancellationToken cancellation, bool serial = false) where T : class, IAggregate
        => RunAsync(command, versioned: false, serial, async () =>
        {
            var created = await decide();
            if (created.Failure is { } failure) return (null, failure);
            db.Add(created.Value.Aggregate);
            return (created.Value.Aggregate, new Verdict(null, created.Value.Facts));
        }, cancellation);

    /// <summary>Changes an aggregate.</summary>
    /// <typeparam name="T">The aggregate.</typeparam>
    /// <param name="command">Who asks.</param>
    /// <param name="find">Finds it, for the person who asks.</param>
    /// <param name="decide">Changes it or refuses, and says what happened; may call <see cref="ServiceDbContext.Publish{T}"/>. Writes
    /// nothing past the context unless <paramref name="serial"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="versioned">Whether the caller must name the version it has read.</param>
    /// <param name="serial">Whether the authority's commands run one after the other with this one, so that what it looks up cannot change
    /// before it is done.</param>
    /// <returns>What was left behind, or why not.</returns>
    public Task<Outcome<Committed>> ChangeAsync<T>(CommandContext command, Func<Task<Outcome<T>>> find, Func<T, Task<Verdict>> decide,
        CancellationToken cancellation,
        bool versioned = false, bool serial = false) where T : class, IAggregate
        => RunAsync(command, versioned, serial, async () =>
        {
            var found = await find();
            if (found.Failure is { } failure) return (null, failure);
            var aggregate = found.Value!;
            return command.Accepts(aggregate.Version) ? (aggregate, await decide(aggregate)) : (null, CommandFailures.ChangedMeanwhile);
        }, cancellation);

    private async Task<Outcome<Committed>> RunAsync(CommandContext command, bool versioned, bool serial,
        Func<Task<(IAggregate?, Verdict)>> decide, CancellationToken cancellation)
    {
        if (command.Problem(versioned) is { } problem) return problem;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                return await OnceAsync(command, serial, decide, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else changed it: look again.
            }
            catch (Exception failure) when (IsOfTwoAtOnce(failure))
            {
                // The database ended one of two that waited for each other: look again.
            }
        }

        return CommandFailures.TooBusy;
    }

    private async Task<Outcome<Committed>> OnceAsync(CommandContext command, bool serial, Func<Task<(IAggregate?, Verdict)>> decide,
        CancellationToken cancellation)
    {
        // Nothing of an earlier command, refused or done, may be saved with this one.
        db.ForgetChanges();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The insert waits for a request of the same key that is under way, so of two at once exactly one takes effect.
        if (command.Key is not null && !await IsFirstAsync(command, cancellation)) return await RepeatAsync(command, cancellation);
        if (serial) await audit.LockAsync(command.Actor.Authority, cancellation);
        var (aggregate, verdict) = await decide();
        if (verdict.Failure is { } failure) return failure;
        var committed = await db.RecordAsync(audit, command.Actor.Authority, aggregate!, verdict.Facts, cancellation);
        if (command.Key is not null) await RememberAsync(command, committed, cancellation);
        await transaction.CommitAsync(cancellation);
        return committed;
    }

    private static bool IsOfTwoAtOnce(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException)
        is { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private async Task<bool> IsFirstAsync(CommandContext command, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"""
        insert into remembered_commands (subject, key, fingerprint, aggregate, version, at)
        values ({command.Actor.Subject}, {command.Key}, {command.Fingerprint}, {Guid.Empty}, 0, {clock.GetUtcNow()}) on conflict do nothing
        """, cancellation) == 1;

    private async Task<Outcome<Committed>> RepeatAsync(CommandContext command, CancellationToken cancellation)
    {
        var earlier = await db.RememberedCommands.AsNoTracking()
            .SingleAsync(c => c.Subject == command.Actor.Subject && c.Key == command.Key, cancellation);
        if (earlier.Fingerprint != command.Fingerprint) return CommandFailures.KeyReused;
        return new Committed(earlier.Aggregate, earlier.Version);
    }

    private Task<int> RememberAsync(CommandContext command, Committed committed, CancellationToken cancellation)
        => db.Database.ExecuteSqlAsync(
        $"""
        update remembered_commands set aggregate = {committed.Id}, version = {committed.Version}
        where subject = {command.Actor.Subject} and key = {command.Key}
        """, cancellation);
}

/// <summary>A new aggregate and what happened.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Aggregate">It.</param>
/// <param name="Facts">What happened, in order.</param>
public readonly record struct Creation<T>(T Aggregate, params IReadOnlyList<AuditFact> Facts) where T : class, IAggregate;
