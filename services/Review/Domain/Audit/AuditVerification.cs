namespace Disclosure.Review.Domain.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Entries">Entries that were examined.</param>
/// <param name="HeadPosition">Position of the last entry.</param>
/// <param name="HeadHash">Hash of the last entry: written down elsewhere, it proves later that nothing before it changed.</param>
/// <param name="BrokenAt">Position of the first entry that does not fit, or null.</param>
/// <param name="Problem">What does not fit, Chinese, or null.</param>
internal sealed record AuditReport(long Entries, long HeadPosition, string HeadHash, long? BrokenAt, string? Problem)
{
    public bool Intact => Problem is null;
}

/// <summary>Walks along an authority's chain, entry by entry.</summary>
internal sealed class AuditVerification
{
    private long position;
    private string hash = AuditEntry.Genesis;
    private AuditReport? broken;

    /// <summary>Examines the next entry in the order of positions.</summary>
    /// <returns>False when the chain is broken and the rest says nothing more.</returns>
    public bool Examine(AuditEntry entry)
    {
        var problem = entry switch
        {
            _ when entry.Position != position + 1 => $"缺少第 {position + 1} 条记录",
            _ when entry.PreviousHash != hash => "与上一条记录不衔接",
            _ when entry.ComputeHash() != entry.Hash => "记录内容与校验值不符",
            _ => null,
        };
        if (problem is not null)
        {
            broken = new AuditReport(position, position, hash, entry.Position, problem);
            return false;
        }

        (position, hash) = (entry.Position, entry.Hash);
        return true;
    }

    /// <summary>Closes the walk against the head that was kept apart.</summary>
    public AuditReport Close(AuditHead? head)
    {
        if (broken is not null) return broken;
        var expected = head?.Position ?? 0;
        var problem = expected != position ? $"末尾应为第 {expected} 条记录，实为第 {position} 条"
            : (head?.Hash ?? AuditEntry.Genesis) != hash ? "末尾校验值不符"
            : null;
        return new AuditReport(position, position, hash, problem is null ? null : position + 1, problem);
    }
}
