using Disclosure.Kernel;

namespace Disclosure.Rules.Replay;

/// <summary>How a recorded review case stands (审核件状态).</summary>
public enum RecordedEnd
{
    /// <summary>在办.</summary>
    Running,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>退回、不予通过.</summary>
    TurnedDown,

    /// <summary>撤回: no rule ended it.</summary>
    Withdrawn,
}

/// <summary>How a recorded step stands.</summary>
public enum RecordedStepEnd
{
    /// <summary>未办.</summary>
    Untaken,

    /// <summary>通过，或者提请上级审定: the case went on from it.</summary>
    Passed,

    /// <summary>退回、不予通过: the case ended with it.</summary>
    TurnedDown,

    /// <summary>越级放行 from it: the steps that remained were not taken.</summary>
    Released,
}

/// <summary>What happened to a review case (审核记录), as far as rules decide about it; no content and nobody's name.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Conditions">Conditions set on it in the end.</param>
/// <param name="OpenedOn">Legal day it was opened on.</param>
/// <param name="SubjectDueOn">Legal deadline of its subject, which no step outlasts; null for none.</param>
/// <param name="HasDocument">Whether it goes with a document (一并报批).</param>
/// <param name="Answered">Codes of the questions (要点) that were put to its reviewers.</param>
/// <param name="End">How it stands.</param>
/// <param name="AwaitsMore">Whether a step that no flow foresees (涉密认定、上级审定) is still to be taken.</param>
/// <param name="Steps">Its steps, without those that no flow foresees.</param>
public sealed record RecordedReview(string Flow, string Unit, IReadOnlyList<string> Conditions, DateOnly OpenedOn, DateOnly? SubjectDueOn,
    bool HasDocument, IReadOnlyList<string> Answered, RecordedEnd End, bool AwaitsMore,
    IReadOnlyList<RecordedStep> Steps);

/// <summary>What happened at a step.</summary>
/// <param name="Code">Code of the step in the flow.</param>
/// <param name="Stage">Its stage; equal stages ran in parallel.</param>
/// <param name="OpenedOn">Legal day from which it waited; null where it never did.</param>
/// <param name="End">How it stands.</param>
/// <param name="DecidedOn">Legal day of the decision; null for none.</param>
/// <param name="Role">Role that was used; null for none.</param>
/// <param name="RoleUnit">Unit of the powers that were used, code; null for none.</param>
/// <param name="Passes">校次 that were confirmed.</param>
/// <param name="Corrected">Fields that were corrected at it.</param>
public sealed record RecordedStep(string Code, int Stage, DateOnly? OpenedOn, RecordedStepEnd End, DateOnly? DecidedOn, string? Role,
    string? RoleUnit, int Passes, IReadOnlyList<string> Corrected);
