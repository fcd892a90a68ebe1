using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Leaves out of lists what is kept from the person who asks (回避, <see cref="Recusal"/>).</summary>
internal static class Recusals
{
    public static IQueryable<CaseStep> OpenTo(this IQueryable<CaseStep> steps, Person who)
    {
        var (people, units) = Keys(who);
        return steps.Where(step => !step.RecusedPeople.Any(person => people.Contains(person))
            && !step.RecusedUnits.Any(unit => units.Contains(unit)));
    }

    public static IQueryable<ReviewCase> OpenTo(this IQueryable<ReviewCase> cases, Person who)
    {
        var (people, units) = Keys(who);
        return cases.Where(review => !review.RecusedPeople.Any(person => people.Contains(person))
            && !review.RecusedUnits.Any(unit => units.Contains(unit)));
    }

    /// <summary>The audit entries of every case but those.</summary>
    public static IQueryable<AuditRecord> OpenTo(this DbSet<AuditRecord> entries, Person who)
    {
        var (people, units) = Keys(who);
        return entries.FromSql($"""
            select e.* from audit_entries e
            where not exists (select from review_cases c
                where c.id = e.case_id and (c.recused_people && {people} or c.recused_units && {units}))
            """);
    }

    /// <summary>Ids of the cases that are kept from the person. Few cases name anybody, and an index knows them.</summary>
    public static IQueryable<Guid> KeptFrom(this ReviewDb db, Person who)
    {
        var (people, units) = Keys(who);
        return db.Database.SqlQuery<Guid>($"""
            select c.id as "Value" from review_cases c
            where (c.recused_people <> {Array.Empty<string>()} or c.recused_units <> {Array.Empty<string>()})
                and (c.recused_people && {people} or c.recused_units && {units})
            """);
    }

    private static (string[] People, string[] Units) Keys(Person who)
        => ([.. who.StandsFor.Distinct(StringComparer.Ordinal)], [.. Recusal.UnitsOf(who).Distinct(StringComparer.Ordinal)]);
}
