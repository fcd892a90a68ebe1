using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Tests.Domain.Model;

/// <summary>The rules of a review case once more, told from the decision records alone and in other words than the code under test; of it
/// only data types are used.</summary>
/// <remarks>A case of the model is what a case should be after the same acts; <see cref="May"/> is who should be let do what.</remarks>
internal sealed partial class Oracle
{
    private static readonly string[] KeptApart = ["discipline", "system-admin", "security-admin", "audit-admin"];

    /// <summary>上报: who comes above whom, nearest first.</summary>
    private static readonly Dictionary<string, string[]> Ladder = new(StringComparer.Ordinal)
    {
        ["officer"] = ["head", "deputy", "director", "leading-group"],
        ["head"] = ["deputy", "director", "leading-group"],
        ["office"] = ["deputy", "director", "leading-group"],
        ["policy"] = ["deputy", "director", "leading-group"],
        ["promotion"] = ["deputy", "director", "leading-group"],
        ["leading-group-office"] = ["deputy", "director", "leading-group"],
        ["deputy"] = ["director", "leading-group"],
        ["director"] = ["leading-group"],
        ["secrecy"] = ["leading-group"],
    };

    private readonly string[] authors;
    private readonly IReadOnlyList<string> bypass;
    private readonly IReadOnlyList<Person> known;
    private readonly List<ModelStep> steps;
    private (string Person, string Principal)? asker;

    /// <summary>A case that has just been handed in.</summary>
    /// <param name="flow">Its flow.</param>
    /// <param name="conditions">Conditions that are met.</param>
    /// <param name="authors">Who wrote it, the drafter first.</param>
    /// <param name="known">Everybody the authority knows: a step is taken over only when none of them may take it.</param>
    public Oracle(ReviewFlow flow, IReadOnlyCollection<string> conditions, string[] authors, IReadOnlyList<Person> known)
    {
        (this.authors, this.known, bypass) = (authors, known, flow.Bypass);
        var rules = flow.Steps.Where(rule => rule.When.Count == 0 || rule.When.Any(conditions.Contains)).OrderBy(rule => rule.Stage)
            .ToList();
        var proofs = rules.Count(rule => rule.Kind == StepKind.Proof);
        // 三校: three passes in all; two proof steps take two each, since none may take one and a half.
        var passes = proofs switch { 0 => 1, 1 => 3, 2 => 2, _ => 1 };
        steps = [.. rules.Select(rule => new ModelStep
        {
            Code = rule.Code,
            Kind = rule.Kind,
            Stage = rule.Stage,
            Roles = rule.Roles,
            Own = rule.Scope == UnitScope.Own,
            Passes = rule.Kind == StepKind.Proof ? passes : 1,
        })];
        if (!conditions.Contains("secrecy-undetermined")) OpenNext();
        else
        {
            steps.Insert(0, Determination("leading-group", "*", 0));
            State = CaseState.Held;
        }
    }

    public CaseState State { get; private set; }

    public bool Ended => State is not (CaseState.Open or CaseState.Held);

    /// <summary>The case in words, to compare.</summary>
    public override string ToString() => $"{State} {asker}\n{string.Join('\n', steps)}";

    /// <summary>The same words about a case of the code under test.</summary>
    public static string Of(ReviewCase review)
        => $"{review.State} {(review.HeldBy is null ? null : (review.HeldBy, review.HeldFor!))}\n"
            + $"{string.Join('\n', review.Steps.Select(ModelStep.Of))}";

    /// <summary>Whether somebody known may take a step, whatever the outcome.</summary>
    public bool SomebodyIsLeft(string step) => known.Any(who => Powers(who, Step(step)) is not null);

    private ModelStep Step(string code) => steps.Single(step => step.Code == code);

    private bool Active(ModelStep step)
        => step.State == StepState.Open && (State == CaseState.Open || (State == CaseState.Held && step.Decides is not null));

    /// <summary>Roles of whom the question of secrecy was asked may differ; the code under test says so by its name.</summary>
    private ModelStep Determination(string role, string about, int stage) => new()
    {
        Code = $"determination-{steps.Count(step => step.Code.StartsWith("determination-", StringComparison.Ordinal)) + 1}",
        Kind = StepKind.Secrecy,
        Stage = stage,
        Roles = [role],
        Own = false,
        Decides = about,
        State = StepState.Open,
    };

    private bool Wrote(Person who)
        => authors.Any(author => author == who.Subject || who.Mandates.Any(mandate => mandate.Principal == author));

    private static bool IsApart(Person who) => who.Mandates.Count > 0 && who.Mandates[0].Roles.Overlaps(KeptApart);

    /// <summary>The powers under which a person may take a step (or release past it): the own ones first; null when there are
    /// none.</summary>
    private (Mandate Mandate, string Role)? Powers(Person who, ModelStep step, bool toBypass = false)
    {
        if (who.HasLeft || IsApart(who) || Wrote(who)) return null;
        var (roles, own) = toBypass ? (bypass, false) : (step.Roles, step.Own);
        foreach (var mandate in who.Mandates)
        {
            var role = mandate.Roles.FirstOrDefault(roles.Contains);
            if (role is null || (own && mandate.Unit != People.OwnUnit)) continue;
            string[] hands = [who.Subject, mandate.Principal];
            var barred = step.Decides is null
                // 四眼: of the flow's steps nobody takes two, neither in person nor by somebody else's hand.
                ? steps.Any(other => other != step && other.Decides is null && other.Hands.Overlaps(hands))
                // Whoever asked does not answer; writing down what the secrecy authority answered is open to all of that role.
                : !step.Roles.Contains("secrecy") && asker is var (person, principal)
                && (hands.Contains(person) || hands.Contains(principal));
            if (!barred) return (mandate, role);
        }

        return null;
    }

    private IEnumerable<string> StillAbove(string role)
        => Ladder.GetValueOrDefault(role, []).Where(higher => !steps.Any(step => step.Done && step.Decides is null && step.By == higher));
}
