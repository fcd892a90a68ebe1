using Disclosure.ServiceDefaults.Messaging;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Ordering;

/// <summary>What the relay may publish of the rows that wait: of no aggregate anything of which an earlier row still waits.</summary>
public sealed class OutboxWindowTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private TestDatabase database = null!;
    private EffectsDb db = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        db = new EffectsDb(new DbContextOptionsBuilder<EffectsDb>().UseNpgsql(database.ConnectionString).UseSnakeCaseNamingConvention()
            .Options);
        await db.Database.EnsureCreatedAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_waits_is_due_by_position_up_to_the_size()
    {
        await FillAsync(One, Other, One, Other);

        var first = await ReadAsync(after: 0, size: 3);
        var second = await ReadAsync(first.Last, size: 3);

        Assert.Equal((true, 3L), (first.HasMore, first.Last));
        Assert.Equal([1, 2, 3], first.Due.Select(m => m.Position));
        // The first three wait until they are marked, and with them whatever is said of their aggregates.
        Assert.Equal((false, 0), (second.HasMore, second.Due.Count));
        await db.Database.ExecuteSqlAsync($"update outbox_messages set published_at = now() where position <= 3", Cancellation);
        Assert.Equal([4], (await ReadAsync(first.Last, size: 3)).Due.Select(m => m.Position));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_aggregate_waits_behind_its_row_that_waits_and_another_does_not(bool parked)
    {
        await FillAsync(One, One, Other, One);
        await (parked ? db.Database.ExecuteSqlAsync($"update outbox_messages set parked_at = {Now} where position = 2", Cancellation)
            : db.Database.ExecuteSqlAsync($"update outbox_messages set next_attempt_at = {Now.AddSeconds(1)} where position = 2",
                Cancellation));

        var window = await ReadAsync(after: 0, size: 10);

        Assert.Equal((false, 4L), (window.HasMore, window.Last));
        Assert.Equal([1, 3], window.Due.Select(m => m.Position));
    }

    [Fact]
    public async Task A_row_whose_time_has_come_is_due_with_what_follows()
    {
        await FillAsync(One, One);
        await db.Database.ExecuteSqlAsync($"update outbox_messages set next_attempt_at = {Now} where position = 1", Cancellation);

        Assert.Equal([1, 2], (await ReadAsync(after: 0, size: 10)).Due.Select(m => m.Position));
    }

    [Fact]
    public async Task What_was_committed_behind_the_reading_is_not_overtaken()
    {
        await FillAsync(One, Other, One, Other);
        // The relay has read as far as the second row; the first was committed after that.
        await db.Database.ExecuteSqlAsync($"update outbox_messages set published_at = now() where position = 2", Cancellation);

        Assert.Equal([4], (await ReadAsync(after: 2, size: 10)).Due.Select(m => m.Position));
    }

    [Fact]
    public async Task Where_nothing_waits_nothing_is_due()
    {
        await FillAsync(One);
        await db.Database.ExecuteSqlAsync($"update outbox_messages set published_at = now()", Cancellation);

        var window = await ReadAsync(after: 0, size: 10);

        Assert.Equal((false, 0L, 0), (window.HasMore, window.Last, window.Due.Count));
    }

    [Fact]
    public async Task What_is_read_at_a_time_is_bounded_by_its_bytes_too_and_a_large_row_goes_alone()
    {
        await FillAsync(One, Other, Guid.CreateVersion7());
        var size = await db.Outbox.Select(m => m.Size).FirstAsync(Cancellation);
        Assert.InRange(size, 300, 1_000);

        var two = await ReadAsync(after: 0, size: 10, bytes: 2 * size + 1);
        Assert.Equal((true, 2L, 2), (two.HasMore, two.Last, two.Due.Count));
        var last = await ReadAsync(two.Last, size: 10, bytes: 1);
        Assert.Equal((false, 3L, 1), (last.HasMore, last.Last, last.Due.Count));
    }

    private async Task FillAsync(params Guid[] subjects)
    {
        foreach (var subject in subjects)
        {
            db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "said", subject));
            await db.SaveChangesAsync(Cancellation);
        }
    }

    private async Task<OutboxWindow> ReadAsync(long after, int size, int bytes = int.MaxValue)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        return await OutboxWindow.ReadAsync(db, after, size, bytes, Now, Cancellation);
    }
}
