using System.Net.Sockets;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Ordering;

/// <summary>How often a message that fails is tried again.</summary>
public sealed class SubjectRetryTests
{
    public static TheoryData<Exception, int> Failures => new()
    {
        { new InvalidOperationException("of the message"), 5 },
        // What is asked of the server is wrong, and stays so.
        { new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)), 5 },
        // The server is away, or ends: no message is the reason, and none is given up.
        { new InvalidOperationException("", new NpgsqlException("", new SocketException())), 100 },
        { new DbUpdateException("", new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown)), 100 },
        { new NpgsqlException("", new IOException()), 100 },
        { new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.TooManyConnections), 100 },
        { new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword), 100 },
        { new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.ReadOnlySqlTransaction)), 100 },
        { new DatabaseIsAwayException(new NpgsqlException("", new TimeoutException())), 100 },
        // What only takes too long, or meets another, may be the reason.
        { new NpgsqlException("", new TimeoutException()), 5 },
        { new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected), 5 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_message_is_given_up_after_five_more_attempts_and_never_because_the_database_is_away(Exception failure, int attempts)
        => Assert.Equal(attempts, AttemptsAfter(failure, most: 100));

    [Fact]
    public void What_failed_while_the_database_was_away_takes_nothing_from_its_attempts()
    {
        using var tries = new SubjectRetry(TimeProvider.System).CreatePolicyContext<PipeContext>(new Context(CancellationToken.None));
        var away = new NpgsqlException("", new SocketException());
        Assert.True(tries.CanRetry(away, out var next));
        for (var n = 0; n < 10; n++) Assert.True(next.CanRetry(away, out next));
        for (var n = 0; n < 5; n++) Assert.True(next.CanRetry(new InvalidOperationException(), out next));
        Assert.False(next.CanRetry(new InvalidOperationException(), out _));
    }

    [Fact]
    public void Who_ends_tries_no_more()
    {
        using var end = new CancellationTokenSource();
        using var tries = new SubjectRetry(TimeProvider.System).CreatePolicyContext<PipeContext>(new Context(end.Token));
        Assert.True(tries.CanRetry(new InvalidOperationException(), out _));
        end.Cancel();
        Assert.False(tries.CanRetry(new InvalidOperationException(), out _));
    }

    private static int AttemptsAfter(Exception failure, int most)
    {
        using var tries = new SubjectRetry(TimeProvider.System).CreatePolicyContext<PipeContext>(new Context(CancellationToken.None));
        if (!tries.CanRetry(failure, out var next)) return 0;
        for (var attempts = 1; attempts < most; attempts++)
            if (!next.CanRetry(failure, out next)) return attempts;
        return most;
    }

    private sealed class Context(CancellationToken end) : BasePipeContext(end);
}
