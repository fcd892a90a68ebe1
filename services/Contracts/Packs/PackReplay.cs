using Disclosure.Kernel;

namespace Disclosure.Contracts.Packs;

/// <summary>A candidate for the rules of an authority (待试算的规则包): at least one of the two texts.</summary>
/// <param name="Pack">JSON of the authority's own pack; null for the one in force.</param>
/// <param name="National">JSON of the national base (national.json), for a change of the law; null for the one in force.</param>
/// <param name="Since">Only what began on this legal day or later; null for the last 365 days.</param>
public sealed record PackReplayRequest(string? Pack = null, string? National = null, DateOnly? Since = null);

/// <summary>What a candidate would have changed of what is recorded (规则变更试算).</summary>
/// <remarks>Running matters keep the rules that they began with; this says what the candidate means for matters like them.</remarks>
/// <param name="Since">From which legal day matters were looked at.</param>
/// <param name="Counted">Matters that were looked at.</param>
/// <param name="Differing">Those that differ in anything.</param>
/// <param name="OtherOutcome">Those that would stand elsewhere.</param>
/// <param name="OtherDue">Those of which a due day would be another.</param>
/// <param name="Overdue">Those that would be late where they are not now.</param>
/// <param name="Rows">Differing ones, the latest first; at most 100, and none for who may not read them.</param>
public sealed record PackReplayView(DateOnly Since, int Counted, int Differing, int OtherOutcome, int OtherDue, int Overdue,
    IReadOnlyList<ReplayedMatter> Rows);

/// <summary>A recorded matter that would have gone otherwise.</summary>
/// <param name="SubjectKind">Kind of the subject, for instance <c>review.case</c>.</param>
/// <param name="SubjectId">The subject at its owner; its title is not told here.</param>
/// <param name="Name">Name of its flow or limit.</param>
/// <param name="Unit">Unit it is of, code.</param>
/// <param name="Before">Where it stands by the rules in force.</param>
/// <param name="After">Where it would stand by the candidate.</param>
/// <param name="Parts">Steps or limits that differ.</param>
/// <param name="Objections">What only the candidate objects to.</param>
/// <param name="Permissions">What only the rules in force object to.</param>
public sealed record ReplayedMatter(string SubjectKind, Guid SubjectId, string Name, string Unit, ReplayedOutcome Before,
    ReplayedOutcome After, IReadOnlyList<ReplayedPart> Parts, IReadOnlyList<ReplayRemark> Objections,
    IReadOnlyList<ReplayRemark> Permissions);

/// <summary>A step or limit that differs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">By the rules in force; null where they have none.</param>
/// <param name="After">By the candidate; null where it has none.</param>
public sealed record ReplayedPart(string Name, ReplayedTerms? Before, ReplayedTerms? After);

/// <summary>A step or limit by some rules.</summary>
/// <param name="DueOn">Due day; null for none.</param>
/// <param name="IsLate">Whether it was, or is, late (逾期).</param>
/// <param name="Roles">Roles of which any one may take it; empty for a limit.</param>
public sealed record ReplayedTerms(DateOnly? DueOn, bool IsLate, IReadOnlyList<string> Roles);

/// <summary>Something that rules object to.</summary>
/// <param name="Objection">What.</param>
/// <param name="Name">Name of the step or question; null where it is the matter as a whole.</param>
public sealed record ReplayRemark(ReplayObjection Objection, string? Name);
