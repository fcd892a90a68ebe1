using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;

namespace Disclosure.Review.Tests.Domain.Model;

/// <summary>Kinds of things people try with a case.</summary>
internal enum ActKind
{
    /// <summary>办理.</summary>
    Decide,

    /// <summary>上级接办.</summary>
    Raise,

    /// <summary>终止审核.</summary>
    End,

    /// <summary>撤回送审.</summary>
    Withdraw,

    /// <summary>催办.</summary>
    Urge,
}

/// <summary>Something a person tries.</summary>
internal sealed record Act(ActKind Kind, string Step = "", StepOutcome Outcome = StepOutcome.Approve,
    DeterminedBy To = DeterminedBy.LeadingGroup)
{
    /// <summary>Everything that could be tried with a case as it stands.</summary>
    public static IEnumerable<Act> All(ReviewCase review)
        =>
        [
            .. from step in review.Steps
               from outcome in Enum.GetValues<StepOutcome>()
               from to in outcome == StepOutcome.Hold ? Enum.GetValues<DeterminedBy>() : [DeterminedBy.LeadingGroup]
               select new Act(ActKind.Decide, step.Code, outcome, to),
            .. review.Steps.Select(step => new Act(ActKind.Raise, step.Code)), new Act(ActKind.End), new Act(ActKind.Withdraw),
            new Act(ActKind.Urge, (review.Steps.FirstOrDefault(review.WaitsForSomebody) ?? review.Steps[0]).Code),
        ];

    /// <summary>Tries it at the code under test, with everything that its wording demands.</summary>
    public Verdict Try(ReviewCase review, Person who, IReadOnlyList<Person> known) => Kind switch
    {
        ActKind.Decide => review.Decide(who, People.Decision(review, Step, Outcome) with { HoldTo = To }, People.Now),
        // What the service asks of the directory of colleagues.
        ActKind.Raise => review
            .Raise(Step, who, People.Cited,
            !known.Any(person => Entitlement.Find(review, review.Steps.Single(s => s.Code == Step), person, out _) is null)),
        ActKind.End => review.EndAsReturned(who, People.Cited, People.Now),
        ActKind.Withdraw => review.Withdraw(who, null, People.Now),
        _ => review.Urge(Step, who, new Power(new Mandate(who.Subject, who.Name, "office", who.StandsFor.ToHashSet()), "discipline"), null,
            null, People.Now),
    };

    public override string ToString() => Kind == ActKind.Decide ? $"{Step} {Outcome} {To}" : $"{Kind} {Step}";
}
