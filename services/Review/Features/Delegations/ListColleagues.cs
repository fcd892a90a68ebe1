using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Delegations;

/// <summary>同事名录: people of the authority who have signed in, to choose a delegate from; without those whose replacement is confirmed,
/// also where its day is still to come: they take no powers any more.</summary>
internal static class ListColleagues
{
    private const int MaxWords = 100;

    private static readonly Failure FilterIsTooLong = new(FailureKind.Invalid, "filter-is-too-long", "查询条件过长", $"查询条件不超过 {MaxWords} 字。");

    public static void Map(RouteGroupBuilder cases) => cases.MapGet("colleagues", Handle).WithName("ListColleagues").WithSummary("同事名录");

    private static async Task<Results<Ok<Page<ColleagueView>>, ProblemHttpResult>> Handle(string authority, ReviewDb db,
        CancellationToken cancellation, string? q = null, string? role = null, string? unit = null,
        string? after = null, int? limit = null)
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        if (string.Concat(q, role, unit).Length > MaxWords) return FilterIsTooLong.ToProblem();
        var people = db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && !db.Substitutions.Any(s
            => s.Authority == authority && s.Principal == k.Subject && s.Kind == SubstitutionKind.Replacement && !s.IsRevoked));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = "%" + q.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal) + "%";
            people = people.Where(k => EF.Functions.ILike(k.Name, pattern) || EF.Functions.ILike(k.UserName, pattern));
        }

        if (!string.IsNullOrEmpty(role)) people = people.Where(k => k.Roles.Contains(role));
        if (!string.IsNullOrEmpty(unit)) people = people.Where(k => k.Unit == unit);
        if (after is not null)
        {
            // The cursor is the last person shown; the place in the order is looked up, so that no name travels in addresses.
            var last = await db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && k.Subject == after)
                .Select(k => new { k.Name, k.Subject }).FirstOrDefaultAsync(cancellation);
            if (last is null) return PageLimit.CursorIsInvalid.ToProblem();
            people = people.Where(k
                => EF.Functions.GreaterThan(ValueTuple.Create(k.Name, k.Subject), ValueTuple.Create(last.Name, last.Subject)));
        }

        var found = await people.OrderBy(k => k.Name).ThenBy(k => k.Subject).Take(size + 1)
            .Select(k => new ColleagueView(k.Subject, k.UserName, k.Name, k.Unit, k.Roles, k.LastSeenAt)).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<ColleagueView>([.. found.Take(size)], found.Count > size ? found[size - 1].Subject : null));
    }
}
