using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>监督看板: what is overdue, nearly due, held, or was released past steps.</summary>
internal static class Supervise
{
    private const int MaxRows = 100;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public static void Map(RouteGroupBuilder cases) => cases.MapGet("supervision", Handle)
        .RequireRole(Roles.Discipline, Roles.LeadingGroup, Roles.Director, Roles.Office).WithName("Supervise")
        .WithSummary("审核监督看板");

    private static async Task<Ok<Board>> Handle(string authority, HttpContext http, ReviewDb db,
        ColleagueDirectory directory, PackOf packOf, Moments moments,
        CancellationToken cancellation)
    {
        var who = http.Person();
        var (steps, cases, entries) = (db.Steps.OpenTo(who), db.Cases.OpenTo(who), db.AuditEntries.OpenTo(who));
        var now = moments.Now();
        var soon = now.WorkingDays!(now.Today, 1);
        var open = from step in steps
                   join review in db.Cases on step.CaseId equals review.Id
                   where step.Authority == authority && step.State == StepState.Open
                   select new { step, review };
        var byUnit = await open.GroupBy(row => row.review.Unit).OrderBy(unit => unit.Key)
            .Select(unit => new UnitRow(unit.Key, unit.Count(), unit.Count(row => row.step.SortOn < now.Today),
                unit.Count(row => row.step.SortOn >= now.Today && row.step.SortOn <= soon)))
            .Take(MaxRows).ToListAsync(cancellation);
        var pressing = await open.Where(row => row.step.SortOn <= soon).OrderBy(row => row.step.SortOn).ThenBy(row => row.step.CaseId)
            .ThenBy(row => row.step.Code).Take(MaxRows)
            .Select(row => new StepRow(row.step.CaseId.Value, row.review.Title, row.review.FlowName, row.review.Unit, row.step.Code,
            row.step.Name, row.step.Roles, row.step.DueOn, row.step.Urges, row.step.UrgedOn))
            .ToListAsync(cancellation);
        var held = await cases.Where(c => c.Authority == authority && c.State == CaseState.Held).OrderBy(c => c.SubmittedAt)
            .ThenBy(c => c.Id).Take(MaxRows)
            .Select(c => new CaseRow(c.Id.Value, c.Title, c.FlowName, c.Unit, c.SubmittedAt)).ToListAsync(cancellation);
        var since = now.At - Recent;
        var bypassed = await entries.Where(e => e.Authority == authority && e.Act == Acts.Bypassed && e.At >= since)
            .OrderByDescending(e => e.Position).Take(MaxRows)
            .Select(e => new BypassRow(e.CaseId!.Value, e.Title!, e.Actor, e.ActorName, e.Role!, e.At, e.Reason!))
            .ToListAsync(cancellation);
        var interventions = await entries
            .Where(e => e.Authority == authority && (e.Act == Acts.Ended || e.Act == Acts.Raised) && e.At >= since)
            .OrderByDescending(e => e.Position).Take(MaxRows)
            .Select(e => new InterventionRow(e.CaseId!.Value, e.Title!, e.Act, e.Step, e.Actor, e.ActorName, e.Role!, e.At, e.Reason!))
            .ToListAsync(cancellation);
        var replacements = await db.Delegations
            .Where(d => d.Authority == authority && d.Kind == SubstitutionKind.Replacement
            && (d.AcceptedAt == null || d.CreatedAt >= since))
            .OrderByDescending(d => d.Id).Take(MaxRows)
            .Select(d => new ReplacementRow(d.Id, d.PrincipalName, d.DelegateName, d.Unit, d.Roles, d.StartsOn, d.Reason, d.AcceptedAt,
            d.RevokedAt)).ToListAsync(cancellation);
        var stuck = await StuckAsync(db, steps, authority, now.Today, cancellation);
        var roster = packOf(authority) is { InformationStaff: not null } pack ? await RosterAsync(db, directory, pack, cancellation) : [];
        return TypedResults.Ok(new Board(byUnit, [.. pressing.Where(row => row.DueOn < now.Today)],
            [.. pressing.Where(row => row.DueOn >= now.Today)], held, bypassed,
            stuck, interventions, replacements, roster));
    }

    private static async Task<IReadOnlyList<RosterRow>> RosterAsync(ReviewDb db, ColleagueDirectory directory, RulePack pack,
        CancellationToken cancellation)
    {
        var gaps = InformationRoster.Gaps(pack, await directory.InformationStaffAsync(pack.Authority, null, cancellation))
            // Sections stand in no token: whoever files the list (1月报备) looks at them.
            .Where(gap => gap.Fault != RosterFault.SectionNotNamed).Take(MaxRows).ToList();
        string[] people = [.. gaps.SelectMany(gap => gap.People).Distinct(StringComparer.Ordinal)];
        var names = await db.Colleagues.AsNoTracking().Where(k => people.Contains(k.Subject))
            .ToDictionaryAsync(k => k.Subject, k => k.Name, cancellation);
        return [.. gaps.Select(gap
            => new RosterRow(gap.Unit, Codes.Of(gap.Fault), [.. gap.People.Select(person => names.GetValueOrDefault(person, person))],
            pack.InformationStaff!.BlocksSubmission))];
    }

    /// <summary>Steps that nobody known may take: the oldest first. People who act in another's place are not looked for here.</summary>
    private static Task<List<StuckRow>> StuckAsync(ReviewDb db, IQueryable<CaseStep> steps, string authority, DateOnly today,
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
                select new StuckRow(step.CaseId.Value, review.Title, review.FlowName, review.Unit, step.Code, step.Name, step.Roles,
                review.SubmittedAt)).Take(MaxRows).ToListAsync(cancellation);
    }

    /// <summary>The board; every list holds the most urgent rows, at most 100.</summary>
    internal sealed record Board(IReadOnlyList<UnitRow> Units, IReadOnlyList<StepRow> Overdue, IReadOnlyList<StepRow> DueSoon,
        IReadOnlyList<CaseRow> Held,
        IReadOnlyList<BypassRow> Bypassed, IReadOnlyList<StuckRow> Stuck, IReadOnlyList<InterventionRow> Interventions,
        IReadOnlyList<ReplacementRow> Replacements,
        IReadOnlyList<RosterRow> Roster);

    /// <summary>信息员配备: a unit that has named nobody or too many, as far as the directory knows: <c>nobody-named, several-named</c>, with
    /// the names; whether
    /// a unit without anybody may submit nothing.</summary>
    internal sealed record RosterRow(string Unit, string Fault, IReadOnlyList<string> People, bool BlocksSubmission);

    /// <summary>A step that nobody in the directory of colleagues may take: it is raised, ended, or somebody signs in for the first
    /// time.</summary>
    internal sealed record StuckRow(Guid CaseId, string Title, string FlowName, string Unit, string Step, string StepName, string[] Roles,
        DateTimeOffset SubmittedAt);

    /// <summary>A case ended by a leader, or a step taken over by the next higher role: acts <c>ended, raised</c>.</summary>
    internal sealed record InterventionRow(Guid CaseId, string Title, string Act, string? Step, string Actor, string ActorName, string Role,
        DateTimeOffset At, string Reason);

    /// <summary>离岗接替: who left, who takes over, and since when it counts; null while nobody has confirmed it.</summary>
    internal sealed record ReplacementRow(Guid Id, string Leaver, string Successor, string Unit, string[] Roles, DateOnly StartsOn,
        string Reason, DateTimeOffset? AcceptedAt,
        DateTimeOffset? RevokedAt);

    /// <summary>Open steps of a submitting unit.</summary>
    internal sealed record UnitRow(string Unit, int Open, int Overdue, int DueSoon);

    /// <summary>A step that presses.</summary>
    internal sealed record StepRow(Guid CaseId, string Title, string FlowName, string Unit, string Step, string StepName, string[] Roles,
        DateOnly? DueOn, int Urges, DateOnly? UrgedOn);

    /// <summary>A case that is held.</summary>
    internal sealed record CaseRow(Guid CaseId, string Title, string FlowName, string Unit, DateTimeOffset SubmittedAt);

    /// <summary>A release past steps, with its reason.</summary>
    internal sealed record BypassRow(Guid CaseId, string Title, string Actor, string ActorName, string Role, DateTimeOffset At,
        string Reason);
}
