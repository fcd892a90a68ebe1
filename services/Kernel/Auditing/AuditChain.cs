namespace Disclosure.Kernel.Auditing;

/// <summary>Walks along an authority's chain of audit entries (校验链) in one service, entry by entry, in the order of positions.</summary>
/// <remarks>It proves that nothing within the chain was changed, removed, added or moved. It cannot see that the end was cut off, nor that
/// somebody who may
/// write everything has computed the whole chain anew: for that a hash of it must be known from elsewhere.</remarks>
public sealed class AuditChain
{
    private readonly List<long> sealedAt = [];
    private string? service;
    private string? authority;

    /// <summary>Position of the last good entry; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Positions of good entries whose content was withheld from the reader: their place in the chain is proven, what they say is
    /// not shown.</summary>
    public IReadOnlyList<long> Sealed => sealedAt;

    /// <summary>Hash of the last good entry.</summary>
    public string Hash { get; private set; } = AuditRecord.Genesis;

    /// <summary>Examines the next entry; the chain goes on with it only when it fits.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>What does not fit, Chinese, or null.</returns>
    public string? Examine(AuditRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var problem = entry switch
        {
            _ when entry.Authority != (authority ?? entry.Authority) => "记录属于另一机关",
            _ when entry.Service != (service ?? entry.Service) => "记录属于另一个服务",
            _ when entry.Position <= Position => $"第 {entry.Position} 条记录重复或者次序有误",
            _ when entry.Position != Position + 1 => $"缺少第 {Position + 1} 条记录",
            _ when entry.PreviousHash != Hash => "与上一条记录不衔接",
            // What is said beside a seal, nothing vouches for.
            { IsSealed: true } when entry != entry.Seal() => "隐去内容的记录带有内容",
            _ when entry.Hash != entry.ComputeHash() => entry.IsSealed ? "隐去内容的记录已被改动" : "记录内容与校验值不符",
            _ => null,
        };
        if (problem is null && entry.IsSealed) sealedAt.Add(entry.Position);
        if (problem is null) (service, authority, Position, Hash) = (entry.Service, entry.Authority, entry.Position, entry.Hash);
        return problem;
    }
}
