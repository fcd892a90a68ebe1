using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Cases;

/// <summary>Shows a case with its history and with who can go on.</summary>
internal sealed class CaseViewBuilder(ReviewDb db, ColleagueDirectory directory, LegalClock legalClock, CompanionCases companions,
    RulePackLookup packOf)
{
    /// <summary>People named as able to take a step.</summary>
    public const int MaxCandidates = 10;

    /// <summary>Acts shown with a case, the latest; a case of more is read through the audit log.</summary>
    private const int MaxHistory = 200;

    public async Task<Ok<CaseView>> BuildAsync(ReviewCase review, Person who, CancellationToken cancellation)
    {
        var id = review.Id.Value;
        var acts = await db.AuditEntries.AsNoTracking().Where(e => e.Authority == who.Authority && e.CaseId == id)
            .OrderByDescending(e => e.Position).Take(MaxHistory).ToListAsync(cancellation);
        await companions.AccompanyAsync(review, cancellation);
        var candidates = await directory.CandidatesAsync(who.Authority, [review], cancellation);
        string[] people = [review.Author, .. review.Contributors, .. review.RecusedPeople];
        var names = await db.Colleagues.AsNoTracking().Where(k => people.Contains(k.Subject))
            .ToDictionaryAsync(k => k.Subject, k => k.Name, cancellation);
        var moved = await db.DueChanges.AsNoTracking().Where(change => change.SubjectId == id).OrderByDescending(change => change.Position)
            .Take(MaxHistory).ToListAsync(cancellation);
        var order = (packOf(review.Authority)?.Flow(review.Flow)?.Steps ?? []).Index()
            .ToDictionary(step => step.Item.Code, step => step.Index, StringComparer.Ordinal);
        return TypedResults.Ok(CaseViews.Case(review, who, new CaseSurroundings([.. Enumerable.Reverse(acts)],
            step => [.. candidates[(review.Id, step.Code)].Take(MaxCandidates)], names, order,
            legalClock.Now(review.Authority), moved.ToLookup(change => change.Part, StringComparer.Ordinal),
            await EarlierAsync(review, who, cancellation))));
    }

    /// <summary>Answers of the round before, by key; what was handed in then is not read.</summary>
    private async Task<ILookup<string, FindingAnswer>> EarlierAsync(ReviewCase review, Person who, CancellationToken cancellation)
    {
        FindingAnswer[] answers = [];
        if (review.PreviousCaseId is { } round && Array.Exists(review.Findings, finding => finding.NeedsAnswer))
        {
            var id = new CaseId(round);
            var previous = await db.Cases.AsNoTracking().Where(c => c.Id == id && c.Authority == who.Authority).Select(c => new
            {
                c.Author,
                c.Contributors,
                c.Unit,
                c.BypassRoles,
                c.RecusedPeople,
                c.RecusedUnits,
                c.Steps,
                c.Answers,
            }).FirstOrDefaultAsync(cancellation);
            if (previous is not null && new Readership(previous.Author, previous.Contributors, previous.Unit, previous.BypassRoles,
                previous.Steps, new Recusal(previous.RecusedPeople, previous.RecusedUnits)).Includes(who)) answers = previous.Answers;
        }

        return answers.ToLookup(answer => answer.Finding, StringComparer.Ordinal);
    }
}
