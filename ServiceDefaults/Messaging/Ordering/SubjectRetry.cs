using MassTransit;
using Npgsql;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>How often a message that fails is tried again before it is given up to the error queue.</summary>
/// <remarks>
/// Five times, with growing pauses, in which the later messages of its aggregate wait and those of others go on. Where so many wait that
/// others would have to as well, it is given up early. While the database is away nothing is given up: no message is the reason.
/// </remarks>
internal sealed class SubjectRetry(TimeProvider clock) : IRetryPolicy
{
    private static readonly TimeSpan[] Pauses =
        [.. new[] { 0.2, 0.7, 1.5, 3, 6 }.Select(TimeSpan.FromSeconds)];

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context) where T : class, PipeContext => new Tries<T>(context, clock);

    public bool IsHandled(Exception exception) => true;

    public void Probe(ProbeContext context) => context.CreateScope("subjectRetry");

    /// <summary>Whether the database is the reason, and not what was asked of it.</summary>
    private static bool IsAway(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is NpgsqlException { IsTransient: true }) return true;
        return false;
    }

    private sealed class Tries<T>(T context, TimeProvider clock) : RetryPolicyContext<T> where T : class, PipeContext
    {
        private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);

        public T Context => context;

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
            => (retryContext = new Try<T>(context, exception, 0, clock, end.Token)).CanRetry(exception, out retryContext);

        public Task RetryFaulted(Exception exception) => Task.CompletedTask;

        public void Cancel() => end.Cancel();

        public void Dispose() => end.Dispose();
    }

    private sealed class Try<T>(T context, Exception failure, int number, TimeProvider clock, CancellationToken end) : RetryContext<T>
        where T : class, PipeContext
    {
        private readonly SubjectLanes? lanes = OrderedChannel.LanesOf(context);

        public CancellationToken CancellationToken => end;

        public Exception Exception => failure;

        public int RetryAttempt => number;

        public int RetryCount => number;

        /// <summary>None: the pause is taken in <see cref="PreRetry"/>, where it can be cut short.</summary>
        public TimeSpan? Delay => null;

        public Type ContextType => typeof(T);

        public T Context => context;

        private Guid Subject => context is ConsumeContext consumed ? SubjectKeys.SubjectOf(consumed.ReceiveContext) : Guid.Empty;

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            retryContext = new Try<T>(context, exception, number + 1, clock, end);
            return !end.IsCancellationRequested
                && (IsAway(exception) || (number < Pauses.Length && lanes?.IsCrowdedBy(Subject) != true));
        }

        public Task PreRetry()
        {
            var pause = Pauses[Math.Min(number, Pauses.Length) - 1];
            return lanes is null || IsAway(failure) ? Task.Delay(pause, clock, end) : lanes.PauseAsync(Subject, pause, clock, end);
        }

        public Task RetryFaulted(Exception exception) => Task.CompletedTask;
    }
}
