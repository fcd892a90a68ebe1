namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>Does what comes about one aggregate one after the other, in the order in which it came, and what comes about different ones
/// side by side.</summary>
/// <param name="room">How many may be under way, waiting ones included: as many as the broker hands out unconfirmed.</param>
internal sealed class SubjectLanes(int room)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Lane> lanes = [];
    private readonly TaskCompletionSource emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool used;
    private bool closed;

    /// <summary>Whether anything has come, and more may.</summary>
    public bool IsActive
    {
        get
        {
            lock (gate) return used && !closed;
        }
    }

    /// <summary>Appends work about an aggregate; work does not throw.</summary>
    public void Add(Guid subject, Func<Task> work)
    {
        lock (gate)
        {
            if (closed) return;
            used = true;
            if (lanes.TryGetValue(subject, out var lane))
            {
                lane.Waiting.Enqueue(work);
                if (lane.Pause is not null) EndCrowdingPauses();
                return;
            }

            lanes.Add(subject, lane = new Lane());
            _ = Task.Run(() => WorkAsync(subject, lane, work));
        }
    }

    /// <summary>Starts nothing any more. What waits is forgotten: the broker still has it.</summary>
    /// <returns>Ends when nothing runs.</returns>
    public Task CloseAsync()
    {
        lock (gate)
        {
            closed = true;
            foreach (var lane in lanes.Values) lane.Waiting.Clear();
            if (lanes.Count == 0) emptied.TrySetResult();
            return emptied.Task;
        }
    }

    /// <summary>Whether what waits behind failing messages takes so much of the room that other aggregates would have to wait for them, and
    /// this aggregate is one of those with the most of it.</summary>
    public bool IsCrowdedBy(Guid subject)
    {
        lock (gate)
        {
            return lanes.TryGetValue(subject, out var own) && Crowding(own).Contains(own);
        }
    }

    /// <summary>Lets some time pass before the first of an aggregate is tried again. The pause ends early when what waits behind it crowds
    /// out other aggregates.</summary>
    public async Task PauseAsync(Guid subject, TimeSpan pause, TimeProvider clock, CancellationToken cancellation)
    {
        using var early = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Lane? lane;
        lock (gate)
        {
            if (lanes.TryGetValue(subject, out lane)) lane.Pause = early;
            EndCrowdingPauses();
        }

        try
        {
            await Task.Delay(pause, clock, early.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Crowded: it is tried now, and given up if it fails again.
        }
        finally
        {
            lock (gate)
            {
                if (lane is not null) lane.Pause = null;
            }
        }
    }

    /// <summary>The failing lanes with the most that waits, without which the others take no more than half of the room: who has little
    /// behind it keeps its attempts beside one who has much. No more lanes than there is room: counting is cheap.</summary>
    /// <param name="awake">A failing lane that does not pause now.</param>
    private List<Lane> Crowding(Lane? awake = null)
    {
        var failing = lanes.Values.Where(lane => lane.Pause is not null || lane == awake).ToList();
        var behind = failing.Sum(lane => lane.Waiting.Count);
        if (behind <= room / 2) return [];
        return [.. failing.OrderByDescending(lane => lane.Waiting.Count).TakeWhile(lane =>
        {
            var crowds = behind > room / 2;
            behind -= lane.Waiting.Count;
            return crowds;
        })];
    }

    private void EndCrowdingPauses()
    {
        foreach (var lane in Crowding())
        {
            // Not on this thread: whoever wakes needs the gate. It stays counted until it is awake.
            _ = lane.Pause!.CancelAsync();
        }
    }

    private async Task WorkAsync(Guid subject, Lane lane, Func<Task> first)
    {
        for (var next = first; next is not null; next = Next(subject, lane)) await next();
    }

    private Func<Task>? Next(Guid subject, Lane lane)
    {
        lock (gate)
        {
            if (lane.Waiting.TryDequeue(out var next)) return next;
            lanes.Remove(subject);
            if (closed && lanes.Count == 0) emptied.TrySetResult();
            return null;
        }
    }

    private sealed class Lane
    {
        public Queue<Func<Task>> Waiting { get; } = new();

        /// <summary>Ends the pause of a first that has failed; none while it does not pause.</summary>
        public CancellationTokenSource? Pause { get; set; }
    }
}
