namespace Disclosure.Rules.Deadlines.Folding;

/// <content>
/// Obstacles to publication (因特殊原因不能按时公开): what outlasts the last day is not counted, and the day it ends is the last day.
/// An obstacle that ends before leaves the limit as it is, because publication in time was possible.
/// </content>
internal sealed partial class CaseFold
{
    /// <summary>Working day on which the last obstacle had ended; null when none did.</summary>
    public DateOnly? UnblockedOn { get; private set; }

    public bool Blocked => Pauses is not null && FindOpen(PauseKind.Obstacle, null) >= 0;

    private void Block(DateOnly on, int index)
    {
        if (!Running(FactKind.Blocked, on, index, limit.Citation.Article)) return;
        if (Blocked)
        {
            Fail(ClockErrorKind.NotRunning, index, $"{on:yyyy-MM-dd} 前一特殊原因尚未消除。", limit.Citation.Article);
            return;
        }

        if (Local(own) is { } due && on > due)
        {
            Fail(ClockErrorKind.ObstacleAfterExpiry, index, $"期限已于 {due:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 发生的特殊原因不影响期限。",
                limit.Citation.Article);
            return;
        }

        Open(PauseKind.Obstacle, on, null, null);
        events?.Add(new(on, "因特殊原因不能按时公开，待原因消除后立即公开；法定期限不因此停止", Own));
    }

    private void Unblock(DateOnly on, int index)
    {
        if (Pauses is null || FindOpen(PauseKind.Obstacle, null) is not (>= 0 and var open))
        {
            Fail(ClockErrorKind.UnblockedBeforeBlocked, index, $"{on:yyyy-MM-dd} 原因消除，但没有记载不能按时公开的原因。", limit.Citation.Article);
            return;
        }

        Close(open, on, PauseOutcome.Answered);
        var before = Local(own);
        UnblockedOn = calendar.Works(on) ? on : Bounded(on, 1);
        var moved = before is { } was && UnblockedOn > was ? calendar.Count(was, UnblockedOn.Value) - 1 : 0;
        Pauses[open] = Pauses[open] with { WorkingDays = moved };
        events?.Add(new(on, "特殊原因消除，应当立即公开", Own));
    }
}
