using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Appraising;
using Disclosure.ServiceDefaults.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Looks people up in the directory of colleagues (同事名录).</summary>
internal sealed class ColleagueDirectory(ReviewDb db, IPeople everybody)
{
    /// <summary>People looked at to answer who can take a step; a bureau has fewer with such roles.</summary>
    private const int MaxExamined = 500;

    /// <summary>People looked at for the roster: a province's bureau has some hundred units, each with one or two.</summary>
    private const int MaxRoster = 5_000;

    /// <summary>The colleague of the authority with this subject claim or account name, or null.</summary>
    public Task<Colleague?> FindAsync(string authority, string person, CancellationToken cancellation)
        => person.Contains('\0', StringComparison.Ordinal) ? Task.FromResult<Colleague?>(null)
            : db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && (k.Subject == person || k.UserName == person))
                .OrderBy(k => k.Subject == person ? 0 : 1).ThenBy(k => k.Subject).FirstOrDefaultAsync(cancellation);

    /// <summary>Why the person may not stand in for the principal: nobody who has left takes over, and whoever replaces somebody is not
    /// replaced before that is handed on. Powers would be left with nobody, or go in a circle.</summary>
    public async Task<Failure?> ObstacleAsync(string authority, SubstitutionKind kind, string principal, string substitute,
        CancellationToken cancellation)
    {
        var isReplacement = kind == SubstitutionKind.Replacement;
        var replacements = db.Substitutions.Where(s => s.Authority == authority && s.Kind == SubstitutionKind.Replacement && !s.IsRevoked);
        var left = await replacements.Where(s => s.Principal == substitute || (isReplacement && s.Principal == principal))
            .Select(s => s.Principal).ToListAsync(cancellation);
        if (left.Contains(substitute)) return DelegationRefusals.ColleagueHasLeft.At(DelegationRefusals.Substitute(kind));
        if (left.Count > 0) return DelegationRefusals.ColleagueHasLeft.At(DelegationRefusals.Leaver);
        return isReplacement && await replacements.AnyAsync(s => s.Delegate == principal, cancellation)
            ? DelegationRefusals.LeaverReplacesOthers : null;
    }

    /// <summary>The replacement of the person that waits to be confirmed; null where none does.</summary>
    public Task<Delegation?> PendingReplacementAsync(string authority, string leaver, CancellationToken cancellation)
        => db.Delegations.AsNoTracking().Where(d => d.Authority == authority && d.Kind == SubstitutionKind.Replacement
            && d.Principal == leaver && d.AcceptedAt == null && d.RevokedAt == null).OrderBy(d => d.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Who can take each waiting step of the cases, known people only.</summary>
    public Task<ILookup<(CaseId Case, string Step), Candidate>> CandidatesAsync(string authority, IReadOnlyList<ReviewCase> cases,
        CancellationToken cancellation)
        => CandidatesAsync(authority,
        cases.SelectMany(review => review.Steps.Where(review.WaitsForSomebody).Select(step => (review, step))), cancellation);

    /// <summary>Who could take each of the steps, whether or not it waits already.</summary>
    public async Task<ILookup<(CaseId Case, string Step), Candidate>> CandidatesAsync(string authority,
        IEnumerable<(ReviewCase Review, CaseStep Step)> steps,
        CancellationToken cancellation)
    {
        var waiting = steps.ToList();
        var people = waiting.Count == 0 ? []
            : await StaffAsync(authority, [.. waiting.SelectMany(row => row.Step.Roles).Distinct()], cancellation);
        return (from row in waiting
                from person in people
                where Entitlement.Find(row.Review, row.Step, person, out _) is null
                select (Key: (row.Review.Id, row.Step.Code),
                Candidate: new Candidate(person.Subject, person.Name, person.Mandates[0].Unit)))
            .ToLookup(row => row.Key, row => row.Candidate);
    }

    /// <summary>Who sees the supervision board and may know the case: they free what nobody can take. Subject claims.</summary>
    public async Task<IReadOnlyList<string>> SupervisorsAsync(ReviewCase review, CancellationToken cancellation)
        => [.. (await StaffAsync(review.Authority, [.. RoleSets.Supervision], cancellation))
        .Where(person => !review.IsKeptFrom(person) && RoleSets.Supervision.Any(person.Holds)).Select(person => person.Subject)];

    /// <summary>Who holds one of the roles by the own powers. Subject claims.</summary>
    public async Task<IReadOnlyList<string>> HoldersAsync(string authority, string[] roles, CancellationToken cancellation)
        => await db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && k.Roles.Any(role => roles.Contains(role)))
        .OrderBy(k => k.Subject).Select(k => k.Subject).Take(MaxExamined).ToListAsync(cancellation);

    /// <summary>信息员: who of each unit has that role, as far as the directory knows, by subject claim; for whoever has handed over, the
    /// successor.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="unit">Only of this unit; null for all.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<NamedStaff>> InformationStaffAsync(string authority, string? unit, CancellationToken cancellation)
    {
        var officers = db.Colleagues.AsNoTracking()
            .Where(k => k.Authority == authority && k.Roles.Contains(Roles.Officer) && (unit == null || k.Unit == unit));
        var successors = db.Delegations.Where(d => d.Authority == authority && d.Kind == SubstitutionKind.Replacement
            && d.AcceptedAt != null && d.RevokedAt == null
            && d.Roles.Contains(Roles.Officer) && (unit == null || d.Unit == unit));
        var people = await PeopleAsync(authority,
            officers.Union(db.Colleagues.AsNoTracking()
            .Where(k => k.Authority == authority && successors.Any(d => d.Delegate == k.Subject))),
            MaxRoster, cancellation);
        // Of the replacements, not of the people found: whoever left may sign in elsewhere, or no more at all.
        var left = (await successors.Select(d => d.Principal).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        // Whoever stands in for a while does not make two of one.
        return [.. from person in people
                   from mandate in person.Mandates
                   where mandate.Roles.Contains(Roles.Officer) && (mandate.Principal == person.Subject || left.Contains(mandate.Principal))
                   && (unit == null || mandate.Unit == unit)
                   select new NamedStaff(mandate.Unit, person.Subject)];
    }

    /// <summary>Holders of the roles, and whoever may act in somebody's place.</summary>
    private Task<IReadOnlyList<Person>> StaffAsync(string authority, string[] roles, CancellationToken cancellation)
        => PeopleAsync(authority,
        db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && (k.Roles.Any(role => roles.Contains(role))
            || db.Delegations.Any(d => d.Authority == authority && d.Delegate == k.Subject && d.AcceptedAt != null
            && d.RevokedAt == null))), MaxExamined, cancellation);

    private async Task<IReadOnlyList<Person>> PeopleAsync(string authority, IQueryable<Colleague> colleagues, int limit,
        CancellationToken cancellation)
    {
        var known = await colleagues.OrderBy(k => k.Name).ThenBy(k => k.Subject).Take(limit).ToListAsync(cancellation);
        return await everybody.OfAsync(authority, [.. known.Select(colleague => colleague.Own())], cancellation);
    }
}

/// <summary>Somebody who can take a step now.</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, code.</param>
internal sealed record Candidate(string Subject, string Name, string Unit);
