using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Features.Work;
using Disclosure.Rules.Appraising;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Supervision;

/// <summary>监督看板: what is overdue, nearly due, held, or was released past steps.</summary>
internal static class Supervise
{
    private const int MaxRows = 100;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public static void Map(RouteGroupBuilder cases) => cases.MapGet("supervision", Handle)
        .RequireRole(Roles.Discipline, Roles.LeadingGroup, Roles.Director, Roles.Office).WithName("Supervise")
        .WithSummary("审核监督看板");

    private static async Task<Ok<SupervisionView>> Handle(string authority, HttpContext http, ReviewDb db,
        ColleagueDirectory directory, RulePackLookup packOf, LegalClock legalClock,
        CancellationToken cancellation)
    {
        var who = http.Person();
        var (steps, cases, entries) = (db.Steps.OpenTo(who), db.Cases.OpenTo(who), db.AuditEntries.OpenTo(who));
        var now = legalClock.Now(authority);
        var soon = now.Calendar!.AddWorkingDays(now.Today, new WorkingDays(1)).Date;
        var open = from step in steps
                   join review in db.Cases on step.CaseId equals review.Id
                   where step.Authority == authority && step.State == StepState.Open
                   select new { step, review };
        var byUnit = await open.GroupBy(row => row.review.Unit).OrderBy(unit => unit.Key)
            .Select(unit => new UnitLoad(unit.Key, unit.Count(), unit.Count(row => row.step.SortOn < now.Today),
                unit.Count(row => row.step.SortOn >= now.Today && row.step.SortOn <= soon)))
            .Take(MaxRows).ToListAsync(cancellation);
        var pressing = await open.Where(row => row.step.SortOn <= soon).OrderBy(row => row.step.SortOn).ThenBy(row => row.step.CaseId)
            .ThenBy(row => row.step.Code).Take(MaxRows)
            .Select(row => new PressingStep(row.step.CaseId.Value, row.review.Title, row.review.FlowName, row.review.Unit, row.step.Code,
            row.step.Name, row.step.Roles, row.step.DueOn, row.step.Urges, row.step.UrgedOn, row.step.UrgedByName,
            row.step.UrgeWords, true, false))
            .ToListAsync(cancellation);
        Guid[] ids = [.. pressing.Select(row => row.CaseId).Distinct()];
        var urged = await UrgedTodayAsync(db, who, now, ids, cancellation);
        var own = await WaitingSteps.TakeableAsync(db, who, [.. ids.Select(id => new CaseId(id))], cancellation);
        var held = await cases.Where(c => c.Authority == authority && c.State == CaseState.Held).OrderBy(c => c.SubmittedAt)
            .ThenBy(c => c.Id).Take(MaxRows)
            .Select(c => new HeldCase(c.Id.Value, c.Title, c.FlowName, c.Unit, c.SubmittedAt)).ToListAsync(cancellation);
        var since = now.At - Recent;
        var bypassed = await entries.Where(e => e.Authority == authority && e.Act == Acts.Bypassed && e.At >= since)
            .OrderByDescending(e => e.Position).Take(MaxRows)
            .Select(e => new BypassedCase(e.CaseId!.Value, e.Title!, e.Actor, e.ActorName, e.OnBehalfOfName, e.Role!, e.At, e.Reason!))
            .ToListAsync(cancellation);
        var interventions = await entries
            .Where(e => e.Authority == authority && (e.Act == Acts.Ended || e.Act == Acts.Raised) && e.At >= since)
            .OrderByDescending(e => e.Position).Take(MaxRows)
            .Select(e => new Intervention(e.CaseId!.Value, e.Title!, e.Act, e.Step, e.Actor, e.ActorName, e.OnBehalfOfName, e.Role!, e.At,
            e.Reason!))
            .ToListAsync(cancellation);
        var replacements = await db.Delegations
            .Where(d => d.Authority == authority && d.Kind == SubstitutionKind.Replacement
            && (d.AcceptedAt == null || d.CreatedAt >= since))
            .OrderByDescending(d => d.Id).Take(MaxRows)
            .Select(d => new ReplacementRow(d.Id, d.PrincipalName, d.DelegateName, d.Unit, d.Roles, d.StartsOn, d.Reason, d.AcceptedAt,
            d.RevokedAt)).ToListAsync(cancellation);
        var stuck = await StuckAsync(db, steps, authority, now.Today, cancellation);
        var roster = packOf(authority) is { InformationStaff: not null } pack ? await RosterAsync(db, directory, pack, cancellation) : [];
        return TypedResults.Ok(new SupervisionView(byUnit, [.. ForCaller().Where(row => row.DueOn < now.Today)],
            [.. ForCaller().Where(row => row.DueOn >= now.Today)], held, bypassed,
            stuck, interventions, replacements, roster));

        IEnumerable<PressingStep> ForCaller() => pressing.Select(row => row with
        {
            MayUrge = !urged.Contains((row.CaseId, row.Step)),
            MayDecide = own.Contains((row.CaseId, row.Step)),
        });
    }

    /// <summary>The steps that the person has urged today.</summary>
    private static async Task<HashSet<(Guid Case, string Step)>> UrgedTodayAsync(ReviewDb db, Person who, LegalTime now, Guid[] cases,
        CancellationToken cancellation)
    {
        var since = LegalDay.Start(now.Today);
        return [.. (await db.AuditEntries.AsNoTracking().Where(e => e.Authority == who.Authority && e.CaseId != null
                && cases.Contains(e.CaseId.Value) && e.Act == Acts.Urged && e.Actor == who.Subject && e.At >= since && e.Step != null)
            .Select(e => new { e.CaseId, e.Step }).ToListAsync(cancellation)).Select(e => (e.CaseId!.Value, e.Step!))];
    }

    private static async Task<IReadOnlyList<RosterGapRow>> RosterAsync(ReviewDb db, ColleagueDirectory directory, RulePack pack,
        CancellationToken cancellation)
    {
        var gaps = InformationRoster.Gaps(pack, await directory.InformationStaffAsync(pack.Authority, null, cancellation))
            // Sections stand in no token: whoever files the list (1月报备) looks at them.
            .Where(gap => gap.Fault != RosterFault.SectionNotNamed).Take(MaxRows).ToList();
        string[] people = [.. gaps.SelectMany(gap => gap.People).Distinct(StringComparer.Ordinal)];
        var names = await db.Colleagues.AsNoTracking().Where(k => people.Contains(k.Subject))
            .ToDictionaryAsync(k => k.Subject, k => k.Name, cancellation);
        return [.. gaps.Select(gap
            => new RosterGapRow(gap.Unit, gap.Fault, [.. gap.People.Select(person => names.GetValueOrDefault(person, person))],
            pack.InformationStaff!.BlocksSubmission))];
    }

    /// <summary>Steps that nobody known may take: the oldest first. People who act in another's place are not looked for here.</summary>
    private static Task<List<StuckStep>> StuckAsync(ReviewDb db, IQueryable<CaseStep> steps, string authority, DateOnly today,
        CancellationToken cancellation)
    {
        string[] ofWholeAuthority = [.. RoleSets.OfWholeAuthority];
        string[] ofUnit = [.. RoleSets.OfUnit];
        var inForce = db.Delegations
            .Where(d => d.Authority == authority && d.AcceptedAt != null && d.RevokedAt == null && d.StartsOn <= today
            && (d.EndsOn == null || d.EndsOn >= today));
        return (from step in steps
                join review in db.Cases on step.CaseId equals review.Id
                where step.Authority == authority && step.State == StepState.Open
                && (review.State == CaseState.Open || step.Determines != null)
                    && !db.Colleagues.Any(k => k.Authority == authority && k.Roles.Any(role => step.Roles.Contains(role))
                    && (step.Scope == UnitScope.Authority || k.Unit == review.Unit)
                        && k.Subject != review.Author && !review.Contributors.Contains(k.Subject)
                        // Whoever stands in for the author is the author.
                        && !inForce.Any(d => d.Delegate == k.Subject
                        && (d.Principal == review.Author || review.Contributors.Contains(d.Principal)))
                        && !step.RecusedPeople.Contains(k.Subject)
                        && (!step.RecusedUnits.Contains(k.Unit)
                        || (k.Roles.Any(role => ofWholeAuthority.Contains(role)) && !k.Roles.Any(role => ofUnit.Contains(role))))
                            && !inForce.Any(d => d.Kind == SubstitutionKind.Replacement && d.Principal == k.Subject)
                            && !inForce.Any(d => d.Delegate == k.Subject && step.RecusedPeople.Contains(d.Principal))
                        && (step.Determines == null || review.HeldBy == null || review.HeldBy != k.Subject)
                        && (step.Determines != null
                        || !db.Steps.Any(other => other.CaseId == step.CaseId && other.Code != step.Code && other.Determines == null
                            && other.TakenBy.Contains(k.Subject))))
                orderby review.SubmittedAt, step.CaseId, step.Code
                select new StuckStep(step.CaseId.Value, review.Title, review.FlowName, review.Unit, step.Code, step.Name, step.Roles,
                review.SubmittedAt)).Take(MaxRows).ToListAsync(cancellation);
    }
}
