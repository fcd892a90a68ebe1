using System.Reflection;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What a consumer says of a database that does not answer, and of a question that takes too long.</summary>
public sealed class InboxConsumerTests
{
    private static readonly ReviewConcluded Message = MessagingHost.Conclusion(Guid.CreateVersion7(), "said");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_gets_no_connection_says_that_the_database_is_away(bool isFull)
    {
        await using var database = await TestDatabase.CreateAsync();
        var connection = database.ConnectionString + ";Maximum Pool Size=1;Timeout=1;Application Name=" + Guid.CreateVersion7();
        await using var holder = Db(connection);
        await holder.Database.EnsureCreatedAsync(Cancellation);
        if (isFull) await holder.Database.OpenConnectionAsync(Cancellation);
        await using var db = Db(isFull ? connection : connection + ";Port=1");

        await Assert.ThrowsAsync<DatabaseIsAwayException>(() => ConsumeAsync(db));
    }

    [Fact]
    public async Task Whose_earlier_delivery_is_not_over_says_that_the_database_is_away()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var earlier = Db(database.ConnectionString);
        await earlier.Database.EnsureCreatedAsync(Cancellation);
        await using var transaction = await earlier.Database.BeginTransactionAsync(Cancellation);
        await earlier.Database.ExecuteSqlAsync($"""
            insert into inbox_messages (message_id, consumer, processed_at)
            values ({Message.MessageId}, {nameof(SlowConsumer)}, now())
            """, Cancellation);
        await using var db = Db(database.ConnectionString + ";Command Timeout=1");

        await Assert.ThrowsAsync<DatabaseIsAwayException>(() => ConsumeAsync(db));
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_the_fault_of_its_message()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = Db(database.ConnectionString + ";Command Timeout=1");
        await db.Database.EnsureCreatedAsync(Cancellation);

        var late = await Assert.ThrowsAsync<NpgsqlException>(() => ConsumeAsync(db));
        Assert.False(DatabaseAbsence.IsAway(late));
    }

    private static EffectsDb Db(string connection)
        => new(new DbContextOptionsBuilder<EffectsDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);

    private static Task ConsumeAsync(EffectsDb db)
        => new SlowConsumer(db).Consume(DispatchProxy.Create<ConsumeContext<ReviewConcluded>, Delivery>());

    private sealed class SlowConsumer(EffectsDb db) : InboxConsumer<ReviewConcluded, EffectsDb>(db, TimeProvider.System)
    {
        protected override Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
            => Db.Database.ExecuteSqlAsync($"select pg_sleep(30)", cancellation);
    }

    /// <summary>A delivery that is nothing but its message.</summary>
    public class Delivery : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_Message" => Message,
            "get_CancellationToken" => Cancellation,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
