namespace Disclosure.Kernel.Auditing;

/// <summary>What a walk along a chain found (核验结果).</summary>
/// <param name="Entries">Entries that were examined.</param>
/// <param name="HeadPosition">Position of the last good entry.</param>
/// <param name="HeadHash">Hash of the last good entry: written down elsewhere, it proves later that nothing before it changed.</param>
/// <param name="BrokenAt">Position of the first entry that does not fit, or null.</param>
/// <param name="Problem">What does not fit, Chinese, or null.</param>
public sealed record AuditReport(long Entries, long HeadPosition, string HeadHash, long? BrokenAt, string? Problem)
{
    /// <summary>Whether every entry fits.</summary>
    public bool Intact => Problem is null;
}

/// <summary>Walks along an authority's chain and closes it against the head that was kept apart.</summary>
public sealed class AuditVerification
{
    private readonly AuditChain chain = new();
    private AuditReport? broken;

    /// <summary>Examines the next entry in the order of positions.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>False when the chain is broken and the rest says nothing more.</returns>
    public bool Examine(AuditRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (chain.Examine(entry) is not { } problem) return true;
        broken = new AuditReport(chain.Position, chain.Position, chain.Hash, entry.Position, problem);
        return false;
    }

    /// <summary>Closes the walk against the head that was kept apart.</summary>
    /// <param name="head">The head; null where nothing was ever recorded.</param>
    /// <returns>What the walk found.</returns>
    public AuditReport Close(AuditHead? head)
    {
        if (broken is not null) return broken;
        var expected = head?.Position ?? 0;
        var problem = expected != chain.Position ? $"末尾应为第 {expected} 条记录，实为第 {chain.Position} 条"
            : (head?.Hash ?? AuditRecord.Genesis) != chain.Hash ? "末尾校验值不符"
            : null;
        return new AuditReport(chain.Position, chain.Position, chain.Hash, problem is null ? null : chain.Position + 1, problem);
    }
}
