using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;

namespace Disclosure.Contracts.Facts;

/// <summary>送审: a case was opened.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="IsResubmitted">Whether the subject comes back (再次送审).</param>
[Feeds("stat.reviews.opened", "stat.reviews.pending")]
public sealed record ReviewOpenedFact(string Flow, bool IsResubmitted) : StatisticalFact;

/// <summary>A step was decided.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="Kind">What is done at it.</param>
/// <param name="Outcome">审核意见.</param>
/// <param name="OpenedOn">Legal day from which it waited.</param>
/// <param name="DueOn">Last day; null where it had none.</param>
[Feeds("stat.reviews.steps", "stat.reviews.on-time", "stat.reviews.days")]
public sealed record ReviewStepTakenFact(string Flow, string Step, StepKind Kind, StepOutcome Outcome, DateOnly OpenedOn, DateOnly? DueOn)
    : StatisticalFact;

/// <summary>逾期未审: the last day of a step has passed. Told once for each last day.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="Kind">What is done at it.</param>
/// <param name="DueOn">Last day.</param>
[Feeds("stat.reviews.on-time", "stat.reviews.overdue")]
public sealed record ReviewStepOverdueFact(string Flow, string Step, StepKind Kind, DateOnly DueOn) : StatisticalFact;

/// <summary>审核结论.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="OpenedOn">Legal day it was opened on.</param>
/// <param name="IsBypassed">Whether it was released past steps (越级放行).</param>
/// <param name="Corrections">How many fields the reviewers corrected.</param>
[Feeds("stat.reviews.outcomes", "stat.reviews.pending", "stat.reviews.days", "stat.supervision.bypassed")]
public sealed record ReviewEndedFact(string Flow, ReviewOutcome Outcome, DateOnly OpenedOn, bool IsBypassed, int Corrections)
    : StatisticalFact;
