using Disclosure.Kernel;

namespace Disclosure.Rules.Replay;

/// <summary>Something that rules object to.</summary>
/// <param name="Kind">What.</param>
/// <param name="Code">Code of the step or question; null where it is the case as a whole.</param>
/// <param name="Name">Its name in the pack.</param>
public readonly record struct Objection(ReplayObjection Kind, string? Code = null, string? Name = null);

/// <summary>A step as rules have it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles of which any one may take it.</param>
/// <param name="Scope">Whose staff.</param>
/// <param name="IsTaken">Whether it was taken.</param>
/// <param name="DueOn">Due day; null where it would not wait for anybody yet.</param>
/// <param name="IsLate">Whether it was taken after that day, or has still not been taken.</param>
public sealed record ReplayedStep(string Code, string Name, IReadOnlyList<string> Roles, UnitScope Scope, bool IsTaken, DateOnly? DueOn,
    bool IsLate);

/// <summary>A recorded case by some rules.</summary>
/// <param name="Outcome">Where it would stand.</param>
/// <param name="Objections">Why not where it stands, in the order of the flow.</param>
/// <param name="Steps">Steps that apply, in order.</param>
public sealed record ReplayedReview(ReplayedOutcome Outcome, IReadOnlyList<Objection> Objections, IReadOnlyList<ReplayedStep> Steps);
