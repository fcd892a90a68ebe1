using System.Globalization;
using Disclosure.Contracts.Packs;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Disclosure.ServiceDefaults.Replaying;

/// <summary>规则变更试算: what another rule pack would have made of what a service has recorded, before it takes effect.</summary>
public static class PackReplay
{
    /// <summary>Faults of a candidate told at most.</summary>
    public const int MaxFaults = 100;

    /// <summary>How far it looks back where nobody says, days.</summary>
    private const int DefaultDays = 365;

    private const string NationalFile = "national.json";

    private static readonly Failure NothingToReplay = new Failure(FailureKind.Invalid, "nothing-to-replay", "没有要试算的规则包",
        "请给出本机关的规则包（pack）、全国的底本（national），或者两者。").At("pack", "national");

    private static readonly Failure SinceIsAhead = new Failure(FailureKind.Invalid, "since-is-ahead", "起始日期在今天之后", "请给出今天或者更早的日期。")
        .At("since");

    private static readonly Failure AuthorityIsGone = new Failure(FailureKind.Invalid, "authority-is-gone", "规则包不是本机关的",
        "规则包的 authority 应为本机关的代码。").At("pack");

    /// <summary>Maps the door of a service that has <see cref="IRecordedMatters"/>.</summary>
    /// <param name="staff">The service's group <c>/api/{service}/{authority}</c>, for staff of the authority.</param>
    public static void MapPackReplay(this RouteGroupBuilder staff) => staff.MapPost("rules/replay", ReplayAsync)
        .RequireRole([.. NoticeReplay.Askers]).WithName("ReplayPack").WithSummary("试算规则包对已有记录的影响").WithTags("规则包")
        .WithMetadata(new NoCommand());

    private static async Task<Results<Ok<PackReplayView>, ProblemHttpResult>> ReplayAsync(string authority, PackReplayRequest request,
        HttpContext http, RulePacks packs, AuthorityCalendars calendars, IRecordedMatters matters, ReplayLimiter limiter,
        TimeProvider clock, CancellationToken cancellation)
    {
        var today = LegalDay.Today(clock);
        var since = request.Since ?? today.AddDays(-DefaultDays);
        if (since > today) return SinceIsAhead.ToProblem();
        if (since < WorkingCalendar.MinDate) since = WorkingCalendar.MinDate;
        var files = new Dictionary<string, string>();
        if (request.Pack is { } own) files[$"{authority}.json"] = own;
        if (request.National is { } national) files[NationalFile] = national;
        if (files.Count == 0) return NothingToReplay.ToProblem();
        using var place = limiter.Take(authority);
        if (!place.IsAcquired) return ReplayLimiter.IsBusy.ToProblem();
        var read = packs.With(files);
        if (read.Packs is not { } candidates) return IsFaulty(read.Errors).ToProblem();
        if (!candidates.TryGet(authority, out var candidate)) return AuthorityIsGone.ToProblem();
        var view = new Tally(since, NoticeReplay.RowsFor(http.Person()));
        await foreach (var matter in matters.CompareAsync(http.Person(), since, today,
            new RuleSet(packs[authority], calendars.Of(authority)), new RuleSet(candidate, calendars.Of(candidate)), cancellation))
            view.Add(matter);
        return TypedResults.Ok(view.ToView());
    }

    private static Failure IsFaulty(PackErrors errors)
        => new(FailureKind.Invalid, "pack-is-faulty", "规则包有错误，没有试算",
            string.Create(CultureInfo.InvariantCulture, $"共 {errors.Total} 处，请按每处提示更正后再试。"))
        {
            Errors = errors.GroupBy(error => error.File == NationalFile ? "national" : "pack")
                .ToDictionary(file => file.Key, file => file.Take(MaxFaults).Select(error => error.ToString()).ToArray()),
        };

    private sealed class Tally(DateOnly since, int most)
    {
        private readonly List<ReplayedMatter> rows = [];
        private int counted;
        private int differing;
        private int otherOutcome;
        private int otherDue;
        private int overdue;

        public void Add(ReplayedMatter? matter)
        {
            counted++;
            if (matter is null) return;
            differing++;
            if (matter.Before != matter.After) otherOutcome++;
            if (matter.Parts.Any(part => part.Before?.DueOn != part.After?.DueOn)) otherDue++;
            if (matter.Parts.Any(part => part is { Before: not { IsLate: true }, After.IsLate: true })) overdue++;
            if (rows.Count < most) rows.Add(matter);
        }

        public PackReplayView ToView() => new(since, counted, differing, otherOutcome, otherDue, overdue, rows);
    }
}
