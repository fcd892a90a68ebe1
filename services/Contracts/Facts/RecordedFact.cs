namespace Disclosure.Contracts.Facts;

/// <summary>A fact as the domain states it.</summary>
/// <param name="On">The legal day it counts on (Asia/Shanghai): that of an application is the day of its legal receipt, not of its
/// entry.</param>
/// <param name="SubjectKind">Kind of the subject, for instance <c>catalogue.item</c>.</param>
/// <param name="SubjectId">The subject at its owner: each number leads back to what it counts.</param>
/// <param name="Unit">Unit it is counted with, code; null where it is the authority's as a whole.</param>
/// <param name="Body">What happened.</param>
/// <param name="IsRestricted">Whether somebody must not learn of the subject (回避): it counts in totals of the whole authority only, never
/// by unit, step or person.</param>
public sealed record FactEntry(DateOnly On, string SubjectKind, Guid SubjectId, string? Unit, StatisticalFact Body,
    bool IsRestricted = false);

/// <summary>A fact as the service keeps it and tells it.</summary>
/// <param name="Number">Its number among the facts of the service and authority, from 1 without a gap, in the order in which they took
/// effect: whoever has all numbers up to one has lost nothing.</param>
/// <param name="RecordedAt">When it took effect, UTC.</param>
/// <param name="On">The legal day it counts on.</param>
/// <param name="SubjectKind">Kind of the subject.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Unit">Unit it is counted with, code; null for the authority as a whole.</param>
/// <param name="IsRestricted">Whether it counts in totals of the whole authority only (回避).</param>
/// <param name="Body">What happened.</param>
public sealed record RecordedFact(long Number, DateTimeOffset RecordedAt, DateOnly On, string SubjectKind, Guid SubjectId, string? Unit,
    bool IsRestricted, StatisticalFact Body);

/// <summary>An aggregate that states facts while it changes; whoever saves it keeps them with the change.</summary>
public interface IStatesFacts
{
    /// <summary>The facts stated since they were last taken, in order.</summary>
    List<FactEntry> Stated { get; }

    /// <summary>Takes what was stated, so that it is kept once.</summary>
    /// <returns>The facts; empty where nothing counted.</returns>
    IReadOnlyList<FactEntry> TakeFacts()
    {
        FactEntry[] taken = [.. Stated];
        Stated.Clear();
        return taken;
    }
}
