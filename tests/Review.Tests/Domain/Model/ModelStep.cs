using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Tests.Domain.Model;

/// <summary>A step of the model: what the pack says of it, and what happened at it.</summary>
internal sealed class ModelStep
{
    public required string Code { get; init; }

    public required StepKind Kind { get; init; }

    public required int Stage { get; init; }

    /// <summary>Roles that may take it; one, the higher one, after it was taken over.</summary>
    public required IReadOnlyList<string> Roles { get; set; }

    /// <summary>Whether only people of the submitting unit may take it.</summary>
    public required bool Own { get; set; }

    /// <summary>The held step about which it decides, <c>*</c> for the whole case; null for a step of the flow.</summary>
    public string? Decides { get; init; }

    public int Passes { get; init; } = 1;

    public int Confirmed { get; set; }

    public StepState State { get; set; } = StepState.Waiting;

    /// <summary>Everybody who had a say at it, and in whose name.</summary>
    public HashSet<string> Hands { get; } = new(StringComparer.Ordinal);

    /// <summary>Role of whoever decided it.</summary>
    public string? By { get; set; }

    public bool Done => State is StepState.Approved or StepState.Escalated;

    public override string ToString()
        => $"{Code} {State} {Kind} {Stage} {string.Join('|', Roles)}{(Own ? " own" : "")} {Confirmed} "
            + $"[{string.Join(',', Hands.Order(StringComparer.Ordinal))}] {By} {Decides}";

    /// <summary>The same words about a step of the case.</summary>
    public static string Of(CaseStep step)
        => $"{step.Code} {step.State} {step.Kind} {step.Stage} {string.Join('|', step.Roles)}"
            + $"{(step.Scope == UnitScope.Own ? " own" : "")} {step.PassesConfirmed} "
            + $"[{string.Join(',', step.TakenBy.Order(StringComparer.Ordinal))}] "
            + $"{(step.IsDone || step.State is StepState.Returned or StepState.Rejected or StepState.Bypassed ? step.DecidedRole : null)} "
            + $"{step.Determines}";
}
