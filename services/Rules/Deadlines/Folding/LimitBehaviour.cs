using System.Collections.Frozen;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

[Flags]
internal enum ClockTraits
{
    None = 0,

    /// <summary>A correction resets the count.</summary>
    Corrections = 1,

    /// <summary>Consultations are excluded.</summary>
    Consultations = 2,

    /// <summary>May be extended once, by the days of <see cref="LimitCodes.Extensions"/>.</summary>
    Extensions = 4,

    /// <summary>A fee notice stops the count, payment resets it.</summary>
    Fees = 8,

    /// <summary>An obstacle suspends the local limit.</summary>
    Obstacles = 16,

    /// <summary>Silence at the end is an end.</summary>
    SilenceEnds = 32,

    /// <summary>Begins anew with each start once the one before it is done; while one is open, a later start does not put it off.</summary>
    Renews = 64,

    /// <summary>A reasonable delay may be set once (条例第三十五条).</summary>
    Delays = 128,

    /// <summary>Reports the illegal facts of the file; limits beside it look on.</summary>
    Judges = 256,
}

/// <summary>Which facts start and end a limit, and what else moves it.</summary>
internal sealed class LimitBehaviour
{
    private readonly ulong starts;
    private readonly ulong ends;
    private readonly ulong restarts;
    private readonly ulong defers;

    private LimitBehaviour(FactKind[] starts, FactKind[] ends, ClockTraits traits, FactKind[]? restarts = null,
        ConsultedParty? party = null, FactKind[]? defers = null, string told = "申请人")
    {
        this.starts = Mask(starts) | Mask(FactKind.Started);
        this.defers = Mask(defers ?? []);
        this.ends = Mask(ends) | Mask(FactKind.Completed, FactKind.Withdrawn) | this.defers;
        this.restarts = Mask(restarts ?? []);
        Traits = traits;
        Party = party;
        Told = told;
    }

    public ClockTraits Traits { get; }

    /// <summary>The party whose consultation the limit is; facts about the other party are passed over.</summary>
    public ConsultedParty? Party { get; }

    /// <summary>Who is told of an extension, Chinese.</summary>
    public string Told { get; }

    public bool Starts(FactKind kind) => (this.starts >> (int)kind & 1) != 0;

    public bool Ends(FactKind kind) => (this.ends >> (int)kind & 1) != 0;

    /// <summary>Whether a fact starts the count anew although it already ran.</summary>
    public bool Restarts(FactKind kind) => (this.restarts >> (int)kind & 1) != 0;

    /// <summary>Whether a fact ends the limit by showing that it did not arise: nothing can be late under it.</summary>
    public bool Defers(FactKind kind) => (this.defers >> (int)kind & 1) != 0;

    public bool Has(ClockTraits trait) => (Traits & trait) != 0;

    // A code without an entry of its own still runs: the first fact that starts anything starts it, whatever completes work ends it.
    private static readonly LimitBehaviour Plain = new(
        [FactKind.Received, FactKind.Formed, FactKind.Changed, FactKind.Notified, FactKind.Requested, FactKind.Concluded, FactKind.Period],
        [FactKind.Decided, FactKind.Answered, FactKind.Submitted, FactKind.Rectified, FactKind.Updated, FactKind.Published],
            ClockTraits.None);

    private static readonly FrozenDictionary<string, LimitBehaviour> ByCode = new Dictionary<string, LimitBehaviour>
    {
        ["application.reply"] = new([FactKind.Received], [FactKind.Decided],
            ClockTraits.Corrections | ClockTraits.Consultations | ClockTraits.Extensions | ClockTraits.Delays | ClockTraits.Fees
                | ClockTraits.Judges),
        ["application.on-the-spot"] = new([FactKind.Received], [FactKind.Decided], ClockTraits.None,
            defers: [FactKind.Deferred, FactKind.Transferred]),
        ["application.transfer"] = new([FactKind.Received], [FactKind.Transferred, FactKind.Decided], ClockTraits.None),

        // 毕节, 依申请公开制度第三条: the ten working days run from the section's own receipt, that is the transfer; before it the organ's receipt
        // stands in.
        ["application.draft"] = new([FactKind.Received, FactKind.Transferred], [FactKind.Drafted, FactKind.Decided],
            ClockTraits.Corrections | ClockTraits.Consultations, restarts: [FactKind.Transferred]),
        ["application.correction"] = new([FactKind.Received], [FactKind.CorrectionRequested, FactKind.Decided], ClockTraits.None),
        ["application.third-party"] = new([FactKind.ConsultationSent, FactKind.ConsultationDelivered], [FactKind.ConsultationAnswered],
            ClockTraits.SilenceEnds, restarts: [FactKind.ConsultationSent, FactKind.ConsultationDelivered],
                party: ConsultedParty.ThirdParty),
        ["application.joint-organs"] = new([FactKind.ConsultationSent, FactKind.ConsultationDelivered], [FactKind.ConsultationAnswered],
            ClockTraits.SilenceEnds, restarts: [FactKind.ConsultationSent, FactKind.ConsultationDelivered], party: ConsultedParty.Organ),
        ["application.fee-payment"] = new([FactKind.FeeNotified], [FactKind.FeePaid], ClockTraits.SilenceEnds),
        ["publication"] = new([FactKind.Received, FactKind.Formed], [FactKind.Published, FactKind.Decided], ClockTraits.Obstacles),
        ["publication.update"] = new([FactKind.Received, FactKind.Changed], [FactKind.Updated, FactKind.Published, FactKind.Decided],
            ClockTraits.Obstacles),
        ["publication.obstacle-removed"] = new([FactKind.Unblocked], [FactKind.Published, FactKind.Decided], ClockTraits.Renews),
        ["publication.simultaneous"] = new([FactKind.Issued], [FactKind.Published, FactKind.Decided], ClockTraits.None),
        ["publication.double-publicity"] = new([FactKind.Decided], [FactKind.Published], ClockTraits.None),
        ["publication.penalty-withdrawal"] = new([FactKind.Overturned], [FactKind.Retracted], ClockTraits.None),
        ["record.correction"] = new([FactKind.Received], [FactKind.Decided, FactKind.Redirected], ClockTraits.None),
        ["instruction.feedback"] = new([FactKind.Concluded], [FactKind.Submitted], ClockTraits.None),
        // The end of secrecy starts a review of whether to publish (毕节 第十一条); when to publish, that review decides.
        ["declassification.review"] = new([FactKind.Declassified], [FactKind.Published, FactKind.Decided], ClockTraits.None),
        ["catalogue.update"] = new([FactKind.Changed], [FactKind.Updated], ClockTraits.Renews),
        ["powers-list.update"] = new([FactKind.Changed], [FactKind.Updated, FactKind.Published], ClockTraits.Renews),
        ["personnel.change"] = new([FactKind.StaffChanged], [FactKind.Submitted], ClockTraits.Renews),
        ["emergency.report"] = new([FactKind.Occurred, FactKind.Developed], [FactKind.ReportedOrally, FactKind.Submitted],
            ClockTraits.Renews),
        ["emergency.written"] = new([FactKind.ReportedOrally], [FactKind.Submitted], ClockTraits.Renews),
        ["interpretation.superior"] = new([FactKind.Received], [FactKind.Published, FactKind.Interpreted], ClockTraits.None),
        ["interpretation"] = new([FactKind.Published], [FactKind.Interpreted, FactKind.Submitted], ClockTraits.None),
        // 毕节, 民主监督评议制度第七条: a month to propose measures, acting on them is immediate, telling the outcome is prompt.
        ["rectification.measures"] = new([FactKind.Notified],
            [FactKind.MeasuresProposed, FactKind.RectificationStarted, FactKind.Rectified], ClockTraits.None),
        ["rectification.start"] = new([FactKind.MeasuresProposed], [FactKind.RectificationStarted, FactKind.Rectified], ClockTraits.None),
        ["rectification.feedback"] = new([FactKind.Rectified], [FactKind.Answered, FactKind.Published], ClockTraits.None),
        [LimitCodes.ReconsiderationAnswer] = new([FactKind.CopyReceived], [FactKind.DefenceFiled, FactKind.Decided], ClockTraits.None),
        [LimitCodes.SimplifiedReconsiderationAnswer] = new([FactKind.CopyReceived], [FactKind.DefenceFiled, FactKind.Decided],
            ClockTraits.None),
        [LimitCodes.ReconsiderationDecision] = new([FactKind.Accepted], [FactKind.Decided], ClockTraits.Extensions, told: "当事人"),
        ["reconsideration.decision-simplified"] = new([FactKind.Accepted], [FactKind.Decided], ClockTraits.None),
        ["petition.register"] = new([FactKind.Received], [FactKind.Accepted, FactKind.Redirected, FactKind.Decided], ClockTraits.None),
        [LimitCodes.PetitionHandling] = new([FactKind.Accepted], [FactKind.Decided], ClockTraits.Extensions, told: "信访人"),
        ["petition.review"] = new([FactKind.ReviewRequested], [FactKind.ReviewDecided], ClockTraits.None),
        ["petition.re-review"] = new([FactKind.ReReviewRequested], [FactKind.ReReviewDecided], ClockTraits.None),
        ["column.staleness"] = new([FactKind.Published, FactKind.Updated], [], ClockTraits.None,
            restarts: [FactKind.Published, FactKind.Updated]),
    }.ToFrozenDictionary();

    public static LimitBehaviour Of(string code) => ByCode.GetValueOrDefault(code, Plain);

    private static ulong Mask(params FactKind[] kinds)
    {
        var mask = 0UL;
        foreach (var kind in kinds) mask |= 1UL << (int)kind;
        return mask;
    }
}
