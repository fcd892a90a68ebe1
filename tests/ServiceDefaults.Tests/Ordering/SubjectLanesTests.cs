using System.Collections.Concurrent;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Ordering;

/// <summary>What is about one aggregate is done in its order; nobody waits for somebody else's.</summary>
public sealed class SubjectLanesTests
{
    private const int Room = 8;
    private static readonly Guid One = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SubjectLanes lanes = new(Room);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_one_aggregate_the_second_begins_when_the_first_has_ended_and_another_need_not_wait()
    {
        var (first, second, another) = (new Step(), new Step(), new Step());
        lanes.Add(One, first.RunAsync);
        lanes.Add(One, second.RunAsync);
        lanes.Add(Other, another.RunAsync);

        await Task.WhenAll(first.Begun.Task, another.Begun.Task).WaitAsync(Patience, Cancellation);
        Assert.False(second.Begun.Task.IsCompleted);
        first.End.SetResult();
        await second.Begun.Task.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_thousand_of_twenty_aggregates_keep_each_its_order_and_never_run_two_of_one()
    {
        var done = new ConcurrentDictionary<Guid, ConcurrentQueue<int>>();
        var underWay = new ConcurrentDictionary<Guid, int>();
        var beside = new ConcurrentQueue<int>();
        using var all = new CountdownEvent(1_000);
        var subjects = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        for (var number = 0; number < 1_000; number++)
        {
            var (subject, n) = (subjects[number % 20], number);
            lanes.Add(subject, async () =>
            {
                if (underWay.AddOrUpdate(subject, 1, (_, count) => count + 1) > 1) beside.Enqueue(n);
                if (n % 3 == 0) await Task.Yield();
                done.GetOrAdd(subject, _ => new()).Enqueue(n);
                underWay.AddOrUpdate(subject, 0, (_, count) => count - 1);
                all.Signal();
            });
        }

        Assert.True(await Task.Run(() => all.Wait(Patience, Cancellation), Cancellation));
        Assert.Empty(beside);
        Assert.All(done.Values, order => Assert.Equal(order.Order(), order));
    }

    [Fact]
    public async Task Who_closes_waits_for_what_is_under_way_and_nothing_more_begins()
    {
        var (first, second, late) = (new Step(), new Step(), new Step());
        lanes.Add(One, first.RunAsync);
        lanes.Add(One, second.RunAsync);
        await first.Begun.Task.WaitAsync(Patience, Cancellation);

        var closed = lanes.CloseAsync();
        lanes.Add(Other, late.RunAsync);
        Assert.False(closed.IsCompleted);
        first.End.SetResult();
        await closed.WaitAsync(Patience, Cancellation);

        Assert.False(second.Begun.Task.IsCompleted || late.Begun.Task.IsCompleted);
        await lanes.CloseAsync().WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_pause_ends_early_when_more_than_half_of_the_room_waits_behind_it()
    {
        var clock = new StandingClock();
        var pausing = new TaskCompletionSource<Task>();
        var end = new TaskCompletionSource();
        lanes.Add(One, () =>
        {
            pausing.SetResult(lanes.PauseAsync(One, Hour, clock, Cancellation));
            return end.Task;
        });
        var pause = await pausing.Task.WaitAsync(Patience, Cancellation);

        for (var n = 0; n < Room / 2; n++) lanes.Add(One, () => Task.CompletedTask);
        Assert.False(lanes.IsCrowdedBy(One) || pause.IsCompleted);
        lanes.Add(One, () => Task.CompletedTask);

        Assert.True(lanes.IsCrowdedBy(One));
        await pause.WaitAsync(Patience, Cancellation);
        // Awake it is counted no less: what waits behind it still takes the room.
        Assert.True(lanes.IsCrowdedBy(One));
        Assert.False(lanes.IsCrowdedBy(Other));
        end.SetResult();
    }

    [Fact]
    public async Task Who_has_little_behind_it_keeps_its_attempts_beside_one_who_has_much()
    {
        var (end, clock) = (new TaskCompletionSource(), new StandingClock());
        var (little, much) = (new TaskCompletionSource<Task>(), new TaskCompletionSource<Task>());
        foreach (var (subject, pausing) in new[] { (One, little), (Other, much) })
            lanes.Add(subject, () =>
            {
                pausing.SetResult(lanes.PauseAsync(subject, Hour, clock, Cancellation));
                return end.Task;
            });
        var pauses = await Task.WhenAll(little.Task, much.Task).WaitAsync(Patience, Cancellation);
        lanes.Add(One, () => Task.CompletedTask);
        for (var n = 0; n <= Room / 2; n++) lanes.Add(Other, () => Task.CompletedTask);
        await pauses[1].WaitAsync(Patience, Cancellation);

        Assert.False(pauses[0].IsCompleted || lanes.IsCrowdedBy(One));
        Assert.True(lanes.IsCrowdedBy(Other));
        end.SetResult();
    }

    [Fact]
    public async Task Who_pauses_with_nobody_behind_does_so_however_crowded_it_is()
    {
        var clock = new StandingClock();
        var (alone, crowding) = (new TaskCompletionSource<Task>(), new TaskCompletionSource<Task>());
        var end = new TaskCompletionSource();
        foreach (var (subject, pausing) in new[] { (One, alone), (Other, crowding) })
            lanes.Add(subject, () =>
            {
                pausing.SetResult(lanes.PauseAsync(subject, Hour, clock, Cancellation));
                return end.Task;
            });
        var pauses = await Task.WhenAll(alone.Task, crowding.Task).WaitAsync(Patience, Cancellation);
        for (var n = 0; n <= Room / 2; n++) lanes.Add(Other, () => Task.CompletedTask);
        await pauses[1].WaitAsync(Patience, Cancellation);

        Assert.False(lanes.IsCrowdedBy(One) || pauses[0].IsCompleted);
        end.SetResult();
    }

    private sealed class Step
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task RunAsync()
        {
            Begun.SetResult();
            return End.Task;
        }
    }

    /// <summary>Time does not pass by itself.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
