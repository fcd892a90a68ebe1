using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain;

/// <summary>一并报批: a document and its interpretation plan come before the leader together, neither ahead of the other (rules 267, 339).</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Whether the flow demands that the document comes before the leader together with this case.</summary>
    public bool SignedWithDocument { get; private set; }

    /// <summary>Kind of the document's subject; null where the case accompanies none.</summary>
    public string? DocumentKind { get; private set; }

    /// <summary>The document at its owner; null where the case accompanies none.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>The cases that go with this one, as they were when it was read; not kept.</summary>
    public IReadOnlyList<Companion> Companions { get; private set; } = [];

    /// <summary>Tells the case what goes with it: whoever decides or shows it looks that up first.</summary>
    public void Accompany(IReadOnlyList<Companion> companions) => Companions = companions;

    /// <summary>Whether approval at the step is the leader's signature: a sign-off, or the last word where the flow has none.</summary>
    public bool Signs(CaseStep step) => step.Determines is null && (step.Kind == StepKind.SignOff
        || (!steps.Exists(s => s.Kind == StepKind.SignOff) && !steps.Exists(s => s.Determines is null && s.Stage > step.Stage)));

    /// <summary>Why the leader cannot sign yet: the other half is not there. Null where nothing is in the way.</summary>
    public Refusal? AwaitsCompanion()
    {
        if (SignedWithDocument && !Companions.Any(companion => companion.IsDocument)) return Refusals.DocumentIsNotSubmitted;
        return Companions.Select(companion => companion.Obstacle()).FirstOrDefault(obstacle => obstacle is not null);
    }
}
