using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Whether the database is the reason of a failure, and not what was asked of it.</summary>
public static class DatabaseAbsence
{
    /// <summary>Takes a connection before anything is asked of the database, so that a failure to get one is known from a question that
    /// takes too long: the client reports both as a time-out.</summary>
    /// <param name="database">The database; it keeps the connection until it is disposed of.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when the connection is there.</returns>
    /// <exception cref="DatabaseIsAwayException">There is none to be had.</exception>
    public static async Task TakeConnectionAsync(this DatabaseFacade database, CancellationToken cancellation)
    {
        try
        {
            await database.OpenConnectionAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new DatabaseIsAwayException(failure);
        }
    }

    /// <summary>Whether the database is away: there is no line to it, it has no room or only answers questions, or it ends.</summary>
    /// <param name="failure">The failure.</param>
    internal static bool IsAway(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DatabaseIsAwayException or NpgsqlException { InnerException: SocketException or IOException }) return true;
            if (failure is PostgresException said) return MeansAbsence(said.SqlState);
        }

        return false;
    }

    /// <summary>Classes 08 (connection), 28 (login), 53 (resources) and 57P (shutdown, crash, not yet ready) of PostgreSQL's codes, and
    /// that it only answers questions.</summary>
    /// <param name="state">The code.</param>
    internal static bool MeansAbsence(string state) => state is PostgresErrorCodes.ReadOnlySqlTransaction
        || state[..2] is "08" or "28" or "53" || state.StartsWith("57P", StringComparison.Ordinal);
}

/// <summary>The database did not take up what was asked of it.</summary>
/// <param name="reason">Why.</param>
public sealed class DatabaseIsAwayException(Exception reason) : Exception("The database is away.", reason);
