using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;

namespace Disclosure.Review.Domain.Cases;

/// <summary>一并报批: a document and its interpretation plan come before the leader together, neither ahead of the other (rules 267,
/// 339).</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Whether the flow demands that the document comes before the leader together with this case.</summary>
    public bool SignedWithDocument { get; private set; }

    /// <summary>The document at its owner; null where the case accompanies none.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>The cases that go with this one, as they were when it was read; not kept.</summary>
    public IReadOnlyList<Companion> Companions { get; private set; } = [];

    /// <summary>Tells the case what goes with it: whoever decides or shows it looks that up first.</summary>
    public void Accompany(IReadOnlyList<Companion> companions) => Companions = companions;

    /// <summary>Whether approval at the step is the leader's signature.</summary>
    public bool Signs(CaseStep step) => Companion.Signs(steps, step);

    /// <summary>What stands in the way of the leader's signature, or null: first what only waiting helps against.</summary>
    /// <param name="who">Who asks; null for the platform itself.</param>
    public Obstacle? AwaitsCompanion(Person? who)
    {
        var obstacles = Companions.Select(companion => companion.Obstacle(OpenedAt, who)).OfType<Obstacle>().ToList();
        // An older document, or one of a higher organ, may never come: then the leader says so.
        if (SignedWithDocument && !Companions.Any(companion => companion.IsDocument)) obstacles
            .Add(new Obstacle(Refusals.DocumentIsNotSubmitted, IsFinal: false));
        return obstacles.Find(obstacle => obstacle.IsFinal) ?? obstacles.FirstOrDefault();
    }

    /// <summary>补充回避: keeps the case from more people than it was so far, whatever its state.</summary>
    /// <param name="more">Whom from now on, besides those so far.</param>
    /// <param name="who">Who says so.</param>
    /// <returns>What changed; nothing where they were named already.</returns>
    public Verdict Recuse(Recusal more, Actor who)
    {
        if (Recusal.Covers(more)) return Verdict.Nothing;
        var (all, wasOpen) = (Recusal.And(more), Recusal.IsEmpty);
        (RecusedPeople, RecusedUnits) = (all.People, all.Units);
        if (wasOpen) StateRestricted();
        foreach (var step in steps) step.Recuse(all);
        return Fact(Acts.Recused, who) with { Detail = FactDetail.Of(new { RecusedPeople = all.People, RecusedUnits = all.Units }) };
    }
}
