using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Review.Features.Delegations;
using Disclosure.Review.Features.Supervision;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Work;

/// <summary>Review's part of people's work: steps to decide, delegations to agree to, submissions that others have now.</summary>
internal sealed partial class ReviewWork(ReviewDb db, LegalClock legalClock) : IWorkSource
{
    /// <summary>Delegations that wait for one person's agreement at most; a bureau has a handful.</summary>
    private const int MaxDelegations = 100;

    public IReadOnlyList<string> DoneActs { get; } = [Acts.Approved, Acts.ProofPassed, Acts.Returned, Acts.Rejected, Acts.Held,
        Acts.Determined, Acts.DeterminedSecret, Acts.Escalated, Acts.DeterminationEscalated, Acts.Bypassed, Acts.Withdrawn, Acts.Urged,
        Acts.Ended, Acts.Raised, Acts.Delegated, Acts.DelegationAccepted, Acts.DelegationRevoked, Acts.DelegationDeclined,
        Acts.DelegationHandedBack, Acts.Replaced, Acts.ReplacementConfirmed, Acts.ReplacementRevoked];

    public Task<IReadOnlyList<WorkItem>> ListAsync(WorkList list, Person who, WorkPlace? after, int limit, CancellationToken cancellation)
        => list == WorkList.Todo ? TodoAsync(who, after, limit, cancellation) : WaitingAsync(who, after, limit, cancellation);

    public async Task<WorkNumbers> CountAsync(Person who, DateOnly today, int limit, CancellationToken cancellation)
    {
        var (steps, overdue) = await WaitingSteps.CountAsync(db, who, today, limit, cancellation);
        var delegations = (await ToAgreeAsync(who, cancellation)).Count;
        return new WorkNumbers(Math.Min(steps + delegations, limit), overdue,
            await HandedIn(who).OrderBy(step => step.SortOn).ThenBy(step => step.CaseId).ThenBy(step => step.Code).Take(limit)
                .CountAsync(cancellation));
    }

    public Guid? SubjectOf(AuditRecord act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.CaseId ?? act.SubjectId;
    }

    public async Task<IReadOnlyDictionary<Guid, WorkSubject>> SubjectsAsync(Person reader, IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellation)
    {
        if (subjects.Count == 0) return new Dictionary<Guid, WorkSubject>();
        CaseId[] ids = [.. subjects.Select(id => new CaseId(id))];
        var cases = await db.Cases.AsNoTracking().OpenTo(reader).Where(c => c.Authority == reader.Authority && ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Title, c.Author, c.Contributors, c.Unit, c.BypassRoles, c.RecusedPeople, c.RecusedUnits, c.Steps })
            .ToListAsync(cancellation);
        var delegations = await db.Delegations.AsNoTracking().Where(d => d.Authority == reader.Authority && subjects.Contains(d.Id))
            .ToListAsync(cancellation);
        return cases.Where(c => new Readership(c.Author, c.Contributors, c.Unit, c.BypassRoles, c.Steps,
                new Recusal(c.RecusedPeople, c.RecusedUnits)).Includes(reader))
            .Select(c => (Id: c.Id.Value, Subject: new WorkSubject(SubjectKinds.ReviewCase, c.Title, c.Unit, CaseLink(c.Id))))
            .Concat(delegations.Where(d => DelegationEndpoints.IsOpenTo(d, reader)).Select(d => (d.Id,
                Subject: new WorkSubject(SubjectKinds.ReviewDelegation, Title(d), d.Unit, DelegationsLink))))
            .ToDictionary(row => row.Id, row => row.Subject);
    }

    private async Task<IReadOnlyList<WorkItem>> TodoAsync(Person who, WorkPlace? after, int limit, CancellationToken cancellation)
    {
        var now = legalClock.Now(who.Authority);
        var steps = await WaitingSteps.ListAsync(db, who, after, limit, inBulk: false, cancellation);
        var from = after?.ToString() ?? "";
        return [.. steps.Select(step => Item(step, now))
            .Concat((await ToAgreeAsync(who, cancellation)).Select(Item)
                .Where(item => string.CompareOrdinal(item.Place, from) > 0))
            .OrderBy(item => item.Place, StringComparer.Ordinal).Take(limit)];
    }

    private static WorkItem Item(WaitingStep step, LegalTime now) => new(SubjectKinds.ReviewCase, step.CaseId.Value, step.Title,
        step.StepName,
        step.Unit, step.OpenedAt ?? step.SubmittedAt, step.DueOn, DueLight.Of(step.DueOn, step.LimitWorkingDays, now),
        DueLight.Remaining(step.DueOn, now),
        [.. Flags((WorkFlag.Urged, step.Urges > 0), (WorkFlag.BulkApproval, step.BulkApproval))], step.UrgeWords, CaseLink(step.CaseId),
        step.Place.ToString(), step.OnBehalfOfName);

    /// <summary>Delegations and replacements that wait for the person's agreement.</summary>
    private async Task<List<Delegation>> ToAgreeAsync(Person who, CancellationToken cancellation)
    {
        if (who.HasLeft) return [];
        var today = legalClock.Today;
        var confirms = who.Mandates[0].Roles.Any(role => role is Roles.Discipline or Roles.Director);
        var open = await db.Delegations.AsNoTracking().Where(d => d.Authority == who.Authority && d.AcceptedAt == null
            && d.RevokedAt == null && (d.EndsOn == null || d.EndsOn >= today)
            && ((d.Kind == SubstitutionKind.Delegation && d.Delegate == who.Subject)
            || (confirms && d.Kind == SubstitutionKind.Replacement)))
            .OrderByDescending(d => d.CreatedAt).Take(MaxDelegations).ToListAsync(cancellation);
        return [.. open.Where(delegation => delegation.MayBeAcceptedBy(who))];
    }

    private static WorkItem Item(Delegation delegation) => new(SubjectKinds.ReviewDelegation, delegation.Id, Title(delegation),
        delegation.Kind == SubstitutionKind.Delegation ? "接受授权" : "确认离岗接替", delegation.Unit, delegation.CreatedAt, null, null, null,
        [], $"{FromTo(delegation)}：{delegation.Reason}", DelegationsLink,
        new WorkPlace(WorkPlace.Returned, WorkPlace.Latest(delegation.CreatedAt), delegation.Id).ToString());

    private async Task<IReadOnlyList<WorkItem>> WaitingAsync(Person who, WorkPlace? after, int limit, CancellationToken cancellation)
    {
        var now = legalClock.Now(who.Authority);
        var rows = await (from step in HandedIn(who).After(after)
                          join review in db.Cases on step.CaseId equals review.Id
                          orderby step.SortOn, step.CaseId, step.Code
                          select new
                          {
                              step.CaseId,
                              review.Title,
                              review.Unit,
                              review.SubmittedAt,
                              step.Code,
                              step.Name,
                              step.OpenedAt,
                              step.SortOn,
                              step.DueOn,
                              step.LimitWorkingDays,
                              step.Urges,
                              IsHeld = review.State == CaseState.Held,
                          }).Take(limit).ToListAsync(cancellation);
        return [.. rows.Select(row => new WorkItem(SubjectKinds.ReviewCase, row.CaseId.Value, row.Title, row.Name, row.Unit,
            row.OpenedAt ?? row.SubmittedAt, row.DueOn, DueLight.Of(row.DueOn, row.LimitWorkingDays, now),
            DueLight.Remaining(row.DueOn, now), [.. Flags((WorkFlag.Urged, row.Urges > 0), (WorkFlag.Held, row.IsHeld))],
            null, CaseLink(row.CaseId), new WorkPlace(row.SortOn, 0, row.CaseId.Value, row.Code).ToString()))];
    }

    /// <summary>Open steps of what the person, or whom the person stands in for, wrote or submitted.</summary>
    private IQueryable<CaseStep> HandedIn(Person who)
    {
        string[] people = [.. who.StandsFor.Distinct(StringComparer.Ordinal)];
        return db.Steps.AsNoTracking().OpenTo(who).Where(step => step.Authority == who.Authority && step.State == StepState.Open
            && step.Writers.Any(person => people.Contains(person)));
    }

    private static IEnumerable<WorkFlag> Flags(params (WorkFlag Flag, bool Is)[] flags)
        => flags.Where(flag => flag.Is).Select(flag => flag.Flag);

    /// <summary>Names nobody: it is sent outside the page too.</summary>
    private static string Title(Delegation delegation)
        => $"{(delegation.Kind == SubstitutionKind.Delegation ? "授权代办" : "离岗接替")}（{delegation.StartsOn:yyyy-MM-dd}起）";

    /// <summary>From whom powers go to whom; read on the page alone.</summary>
    private static string FromTo(Delegation delegation) => delegation.Kind == SubstitutionKind.Delegation
        ? $"{delegation.PrincipalName}授权{delegation.DelegateName}代办" : $"{delegation.PrincipalName}离岗，由{delegation.DelegateName}接替";

    private const string DelegationsLink = "/staff/delegations";

    private static string CaseLink(CaseId id) => $"/staff/cases/{id.Value}";
}
