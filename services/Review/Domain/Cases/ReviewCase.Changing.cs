using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Review.Domain.Cases;

/// <summary>Corrections by reviewers, and what they put in question again.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Whether approval of the step answers the owner's own question about secrecy.</summary>
    /// <remarks>What the owner handed in as undetermined is determined then: the content it may publish differs by that one
    /// field.</remarks>
    private bool Clears(CaseStep step) => step.Determines == CaseStep.WholeCase
        && Conditions.Contains(ReviewConditions.SecrecyUndetermined);

    private void Apply(CaseStep step, Person who, IReadOnlyList<ReviewerChange> changes, string? reason, LegalTime now)
    {
        ContentDigest = ReviewedDigest.After(ContentDigest, changes);
        Changes = [.. Changes,
            .. changes.Select(change
            => new AppliedChange(change.Field, change.Value, step.Code, who.Subject, now.At)
            {
                Before = ValueOf(change.Field),
                ByName = who.Name,
                Reason = EnteredText.IsBlank(reason) ? null : reason,
            })];
        foreach (var change in changes)
        {
            if (change.Field == "attribute") Attribute = change.Value;
            if (change.Field == "ground") Ground = change.Value;
            if (change.Field == "scope") Findings = [.. Inspection.AfterScope(Findings, Flow, change.Value)];
        }
    }

    /// <summary>The value of a field as it stands, where it is known as a code.</summary>
    private string? ValueOf(string field) => field switch
    {
        "attribute" => Attribute,
        "ground" => Ground,
        _ => Changes.LastOrDefault(change => change.Field == field)?.Value
            ?? Snapshot.Fields.FirstOrDefault(one => one.Code == field)?.ValueCode,
    };

    /// <summary>Nobody's approval stands over content that was changed afterwards: those of the same stage look again, and every secrecy
    /// review where
    /// more is disclosed than it cleared.</summary>
    private void Reconsider(CaseStep changed, IReadOnlyList<ReviewerChange> changes, LegalTime now)
    {
        if (changes.Count == 0) return;
        var widened = changes.Any(change => change.Field switch
        {
            "attribute" => Codes.Parse<DisclosureAttribute>(change.Value) == DisclosureAttribute.Proactive,
            "scope" => Codes.Parse<DisclosureScope>(change.Value) == DisclosureScope.Public,
            _ => false,
        });
        foreach (var step in steps.Where(step => step != changed && step.Determines is null && step.IsDone && step.Kind != StepKind.Proof
            && (step.Stage == changed.Stage || (widened && step.Kind == StepKind.Secrecy))))
            step.Reopen(now, SubjectDueOn);
    }

    /// <summary>Adds the steps that the case needs by what the reviewer found, as the authority's pack has them now.</summary>
    private void SwitchOn(Decision decision, RulePack pack)
    {
        string[] met = decision.Changes.Any(change => change.Field == "attribute"
                && Codes.Parse<DisclosureAttribute>(change.Value) != DisclosureAttribute.Proactive)
            ? [.. decision.Conditions, ReviewConditions.NotProactive] : [.. decision.Conditions];
        var added = met.Except(Conditions, StringComparer.Ordinal).ToArray();
        if (added.Length == 0 || pack.Flow(Flow) is not { } flow) return;
        Conditions = [.. Conditions, .. added];
        var applicable = flow.Applicable(Conditions);
        var passes = FlowSteps.PassesOf(applicable);
        steps.AddRange(applicable.Where(rule => steps.TrueForAll(step => step.Code != rule.Code))
            .Select(rule => CaseStep.From(this, rule, passes)));
    }
}
