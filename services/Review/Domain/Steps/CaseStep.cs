using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Review.Domain.Steps;

/// <summary>A step (审核环节) of a case, as the pack stood when the case opened.</summary>
internal sealed partial class CaseStep
{
    /// <summary>Stands for "no due day" where work lists sort by it.</summary>
    public static readonly DateOnly Undated = new(9999, 12, 31);

    /// <summary>Stands in <see cref="Determines"/> for a case that was handed in with its secrecy undetermined; no code of a step looks
    /// like it.</summary>
    public const string WholeCase = "*";

    /// <summary>Before every stage of a flow, which count from 1.</summary>
    public const int BeforeAll = 0;

    /// <summary>Urgings whose words are kept with the step, the latest; the audit log keeps all.</summary>
    private const int MaxUrgeWords = 5;

    private CaseStep()
    {
    }

    public CaseId CaseId { get; private set; }

    /// <summary>The case's authority, repeated for the work list.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>The submitting unit, repeated for the work list.</summary>
    public string Unit { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public StepKind Kind { get; private set; }

    /// <summary>Stages run in ascending order, equal stages in parallel.</summary>
    public int Stage { get; private set; }

    public string[] Roles { get; private set; } = [];

    public UnitScope Scope { get; private set; }

    public int? LimitWorkingDays { get; private set; }

    /// <summary>Whether the limit is the platform's, because no rule of the authority gives one.</summary>
    public bool LimitIsDefault { get; private set; }

    /// <summary>Fields the reviewer may correct.</summary>
    public string[] MayChange { get; private set; } = [];

    /// <summary>制度依据: where the step comes from.</summary>
    public string Source { get; private set; } = "";

    public StepState State { get; private set; }

    /// <summary>Passes (校次) still required before a proof is done; 0 for other kinds.</summary>
    public int PassesRequired { get; private set; }

    public int PassesConfirmed { get; private set; }

    /// <summary>The held step whose secrecy this step determines, or <see cref="WholeCase"/>; null for other steps.</summary>
    public string? Determines { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Version of the working calendar that the due day was counted with; empty for none.</summary>
    public string DueCountedBy { get; private set; } = "";

    /// <summary>Place in work lists: the due day, or <see cref="Undated"/>.</summary>
    public DateOnly SortOn { get; private set; } = Undated;

    /// <summary>催办: how often, and on which legal day last.</summary>
    public int Urges { get; private set; }

    public DateOnly? UrgedOn { get; private set; }

    /// <summary>Who urged it last; null for the platform, and before anybody has.</summary>
    public string? UrgedByName { get; private set; }

    /// <summary>What was said with it, a line for each urging, the last one first; null when nothing was.</summary>
    public string? UrgeWords { get; private set; }

    /// <summary>The due day that was last counted as missed (逾期); null for none.</summary>
    public DateOnly? ToldOverdue { get; private set; }

    /// <summary>Everyone who acted at the step and in whose place: none of them may take another step of the case.</summary>
    public string[] TakenBy { get; private set; } = [];

    /// <summary>The case's author and everybody else who wrote the content, repeated for the work list.</summary>
    public string[] Writers { get; private set; } = [];

    /// <summary>Whoever may not take the step because of what they did with the case before, repeated for the work list;
    /// <see cref="People.Entitlement"/> says why.</summary>
    public string[] Barred { get; private set; } = [];

    /// <summary>回避: subject claims and units that the case is kept from, repeated for the work list.</summary>
    public string[] RecusedPeople { get; private set; } = [];

    public string[] RecusedUnits { get; private set; } = [];

    public string? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? DecidedRole { get; private set; }

    public string? DecidedUnit { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Digest of the content the decision was about.</summary>
    public string? DecidedDigest { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Whether the step only records what the secrecy authority has answered.</summary>
    public bool RecordsAnAnswer => Determines is not null && Roles.Contains(Kernel.People.Roles.Secrecy);

    public bool IsDone => State is StepState.Approved or StepState.Escalated;

    /// <summary>The step waits for somebody from now on.</summary>
    /// <param name="now">When.</param>
    /// <param name="latest">Legal deadline of the subject, which the step may not outlast.</param>
    public void Open(LegalTime now, DateOnly? latest)
    {
        State = StepState.Open;
        OpenedAt = now.At;
        DueOn = FlowSteps.DueBy(now.Calendar, now.Today, LimitWorkingDays, latest);
        DueCountedBy = now.Calendar?.Version ?? "";
        SortOn = DueOn ?? Undated;
    }

    public void ConfirmPass(Person who, Mandate mandate)
    {
        PassesConfirmed++;
        Take(who, mandate);
    }

    /// <summary>The step waits; it is nobody's decision yet, so the same person may take it up again.</summary>
    public void Hold() => State = StepState.Held;

    /// <summary>What was approved has changed since: whoever takes the step decides again.</summary>
    public void Reopen(LegalTime now, DateOnly? latest)
    {
        (DecidedBy, DecidedByName, DecidedRole, DecidedUnit, DecidedAt, DecidedDigest, Reason) = (null, null, null, null, null, null, null);
        Open(now, latest);
    }

    /// <summary>Keeps whom the case is kept from.</summary>
    public void Recuse(Recusal recusal) => (RecusedPeople, RecusedUnits) = (recusal.People, recusal.Units);

    /// <summary>The step is a higher role's from now on, because nobody is left who could take it; leaders lead the whole
    /// authority.</summary>
    public void Raise(string role) => (Roles, Scope) = ([role], UnitScope.Authority);

    public void Decide(StepState state, Person who, Mandate mandate, string role, Decision decision, LegalTime now)
    {
        State = state;
        Take(who, mandate);
        DecidedBy = who.Subject;
        DecidedByName = who.Name;
        DecidedRole = role;
        DecidedUnit = mandate.Unit;
        DecidedAt = now.At;
        Reason = decision.Reason;
        DecidedDigest = decision.Digest;
    }

    /// <summary>Keeps that this due day was counted as missed: it counts once.</summary>
    public void TellOverdue(DateOnly due) => ToldOverdue = due;

    /// <param name="by">Who urges; null for the platform.</param>
    /// <param name="words">What is said with it, in one line; null for nothing.</param>
    /// <param name="now">When.</param>
    public void Urge(string? by, string? words, LegalTime now)
    {
        // What one says does not replace what another said; whoever urges without words leaves them all.
        if (words is not null)
            UrgeWords = UrgeWords is null ? words : string.Join('\n', UrgeWords.Split('\n').Take(MaxUrgeWords - 1).Prepend(words));
        Urges++;
        UrgedOn = now.Today;
        UrgedByName = by;
    }

    /// <summary>Keeps who is barred, where that has changed.</summary>
    public void SetBarred(string[] people)
    {
        if (!Barred.AsSpan().SequenceEqual(people)) Barred = people;
    }

    public void EndUntaken(StepState state) => State = state;

    private void Take(Person who, Mandate mandate)
        => TakenBy = [.. TakenBy.Append(who.Subject).Append(mandate.Principal).Distinct(StringComparer.Ordinal)];
}
