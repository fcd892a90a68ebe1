using Disclosure.ServiceDefaults.Persistence;
using MassTransit;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>How often a message that fails is tried again before it is given up to the error queue.</summary>
/// <remarks>
/// Five times, with growing pauses, in which the later messages of its aggregate wait and those of others go on. Where so many wait behind
/// it that others would have to as well, it is tried once more at once, and given up. While the database is away nothing is given up: no
/// message is the reason. A question that only takes too long may be one, and counts.
/// </remarks>
internal sealed class SubjectRetry(TimeProvider clock) : IRetryPolicy
{
    /// <summary>How often where others would have to wait.</summary>
    private const int AtOnce = 1;

    private static readonly TimeSpan[] Pauses =
        [.. new[] { 0.2, 0.7, 1.5, 3, 6 }.Select(TimeSpan.FromSeconds)];

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context) where T : class, PipeContext => new Tries<T>(context, clock);

    public bool IsHandled(Exception exception) => true;

    public void Probe(ProbeContext context) => context.CreateScope("subjectRetry");

    private sealed class Tries<T>(T context, TimeProvider clock) : RetryPolicyContext<T> where T : class, PipeContext
    {
        private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);

        public T Context => context;

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
            => (retryContext = new Try<T>(context, exception, 0, 0, clock, end.Token)).CanRetry(exception, out retryContext);

        public Task RetryFaulted(Exception exception) => Task.CompletedTask;

        public void Cancel() => end.Cancel();

        public void Dispose() => end.Dispose();
    }

    /// <param name="context">What is tried.</param>
    /// <param name="failure">Why again.</param>
    /// <param name="number">How often it has been tried again.</param>
    /// <param name="own">How often of these it was itself the reason.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="end">Ends the trying.</param>
    private sealed class Try<T>(T context, Exception failure, int number, int own, TimeProvider clock, CancellationToken end)
        : RetryContext<T> where T : class, PipeContext
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
            var away = DatabaseAbsence.IsAway(exception);
            retryContext = new Try<T>(context, exception, number + 1, away ? own : own + 1, clock, end);
            return !end.IsCancellationRequested
                && (away || own < (lanes?.IsCrowdedBy(Subject) == true ? AtOnce : Pauses.Length));
        }

        public Task PreRetry()
        {
            var pause = Pauses[Math.Min(number, Pauses.Length) - 1];
            return lanes is null || DatabaseAbsence.IsAway(failure)
                ? Task.Delay(pause, clock, end) : lanes.PauseAsync(Subject, pause, clock, end);
        }

        public Task RetryFaulted(Exception exception) => Task.CompletedTask;
    }
}
