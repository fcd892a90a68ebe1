using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Kernel.People;
using Disclosure.Review.Consumers;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Requests;

/// <summary>回避: a case that accuses somebody never reaches them, by any endpoint, under any office and in nobody's place.</summary>
[Collection(nameof(OneService))]
public sealed partial class RecusalTests(ReviewService service)
{
    private const string Authority = "xinyuan";

    /// <summary>The accused unit: one the pack has, in which leaders have their desk as well.</summary>
    private const string AccusedUnit = "office";
    private const string Title = "反映某单位违规收费的来信";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(service.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    [Rule(235)]
    public async Task The_accused_find_no_trace_of_it_at_any_endpoint_and_anybody_else_of_their_office_does()
    {
        var request = await service.Open(Accusation() with { DueOn = Today });
        await OnEveryListOfTheBoard();
        // Every office of a unit at once, then those of the whole authority: accused as a person, through the unit, and as a stand-in of
        // the accused.
        string[] unitOffices =
            [.. Roles.All.Except(["deputy", "director", "leading-group", "discipline", "system-admin", "security-admin", "audit-admin"])];
        await StandIn("stands-in-for-accused", "accused-on-leave");
        var traces = new List<string>();
        foreach (var roles in new[] { string.Join(',', unitOffices), "audit-admin", "discipline",
            "deputy,director,leading-group,discipline" })
        {
            (string Person, string Unit)[] clerk = roles.Contains("discipline", StringComparison.Ordinal) ? []
                : [($"clerk-{roles.Length}", AccusedUnit)];
            foreach (var (person, unit) in clerk.Concat([("accused-leader", request.Unit), ("stands-in-for-accused", "culture")]))
            {
                foreach (var path in Gets(request))
                {
                    var answer = await (await service.As(Authority, roles, unit, person).GetAsync(path, Cancellation)).Content
                        .ReadAsStringAsync(Cancellation);
                    Assert.False(Tells(answer, request), $"{person} ({roles}) learns of it by {path}: {answer}");
                    var twin = await (await service.As(Authority, roles, request.Unit, $"twin-{roles.Length}")
                        .GetAsync(path, Cancellation)).Content.ReadAsStringAsync(Cancellation);
                    if (Tells(twin, request)) traces.Add(path);
                    if (path.EndsWith("/supervision", StringComparison.Ordinal) && Tells(twin, request))
                    {
                        Assert.All(["dueSoon", "held", "bypassed", "interventions"], list
                            => Assert.Contains(Title, Plain(twin, list), StringComparison.Ordinal));
                        // Not even by how much the unit has in hand.
                        Assert.True(InHand(answer, request.Unit) < InHand(twin, request.Unit));
                    }
                }
            }
        }

        // Who leads or supervises the authority from a desk in the accused unit is not of it; who heads the unit is, whatever else.
        await service.As(Authority, "head,leading-group", AccusedUnit, "head-in-the-group")
            .GetAsync($"/api/review/{Authority}/cases/{request.CaseId}", Cancellation).Refused(404, "case-is-unknown");
        foreach (var role in new[] { "director", "leading-group", "discipline" })
            Assert.Equal(request.CaseId, (await service.As(Authority, role, AccusedUnit, $"desk-{role}").Case(request)).GetProperty("id")
            .GetGuid());
        // The same offices read it in many places when they are not accused: there was something to find.
        Assert.True(traces.Distinct().Count() >= 7, $"Anybody finds it only by {string.Join(' ', traces.Distinct())}.");
    }

    [Fact]
    [Rule(235)]
    public async Task The_accused_can_do_nothing_with_it_and_are_told_what_anybody_is_told_of_a_case_that_does_not_exist()
    {
        var request = await service.Open(Accusation());
        var accused = service.As(Authority, "director,leading-group,office,deputy,head", "culture", "accused-leader");
        foreach (var post in service.Endpoints().Where(endpoint => endpoint.StartsWith("POST cases/", StringComparison.Ordinal))
            .Select(endpoint => Path(endpoint, request)))
        {
            object body = post.EndsWith("/decisions", StringComparison.Ordinal)
                ? new { step = "office", outcome = "approve", digest = request.ContentDigest }
                : post.EndsWith("/urge", StringComparison.Ordinal) ? new { step = "office", reason = "我来办" } : new { reason = "我来办" };
            await accused.PostAsJsonAsync(post, body, Cancellation).Refused(404, "case-is-unknown");
        }

        foreach (var get in service.Endpoints().Where(endpoint => endpoint.StartsWith("GET cases/{id", StringComparison.Ordinal))
            .Select(endpoint => Path(endpoint, request)))
            await accused.GetAsync(get, Cancellation).Refused(404, "case-is-unknown");
        var bulk = await accused
            .PostAsJsonAsync($"/api/review/{Authority}/bulk-approvals",
            new { cases = new[] { new { caseId = request.CaseId, step = "office", digest = request.ContentDigest } } }, Cancellation)
            .Json(200);
        Assert.Equal("case-is-unknown", Assert.Single(bulk.GetProperty("results").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(1, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == request.CaseId, Cancellation)));
    }

    [Fact]
    [Rule(235)]
    public async Task Nobody_accused_is_named_as_able_to_go_on_and_reviewers_are_told_whom_to_keep_it_from()
    {
        var request = await service.Open(Accusation());
        var step = (await service.As(Authority, "director", userName: "uninvolved-director").Case(request)).GetProperty("steps")
            .EnumerateArray().First(s => s.GetProperty("state").GetString() == "open");
        var role = step.GetProperty("roles").EnumerateArray().First().GetString()!;
        var unit = step.GetProperty("scope").GetString() == "own" ? request.Unit : "culture";
        await service.SignedIn(Authority, role, unit, "accused-leader");
        await service.SignedIn(Authority, role, unit, "able-colleague");
        var shown = await service.As(Authority, "director", userName: "uninvolved-director").Case(request);
        var candidates = shown.GetProperty("steps").EnumerateArray().SelectMany(s => s.GetProperty("candidates").EnumerateArray())
            .Select(c => c.GetProperty("subject").GetString()).ToList();
        Assert.Contains("able-colleague", candidates);
        Assert.DoesNotContain("accused-leader", candidates);
        Assert.Equal(AccusedUnit, Assert.Single(shown.GetProperty("recused").GetProperty("units").EnumerateArray()).GetString());
        Assert.Contains("accused-leader", shown.GetProperty("recused").GetProperty("people").EnumerateArray()
            .Select(person => person.GetString()));
    }

    [Fact]
    public async Task Where_only_the_accused_could_go_on_supervision_sees_that_nobody_can()
    {
        await service.SignedIn("bijie", "head", "accused-alone", "accused-alone-head");
        var accusing = await service
            .Open(ReviewService.Request(unit: "accused-alone") with { Recusal = new ReviewRecusal(["accused-alone-head"], []) });
        var ordinary = await service.Open(ReviewService.Request(unit: "accused-alone"));
        await service.SignedIn("bijie", "head", "beside-accused", "head-beside-accused");
        var absent = await service.SignedIn("bijie", "deputy", userName: "accused-and-away");
        var granted = await absent
            .PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "head-beside-accused", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        await service.As("bijie", "head", "beside-accused", "head-beside-accused")
            .PostAsync($"/api/review/bijie/delegations/{granted.GetProperty("id").GetGuid()}/accept", null, Cancellation).Json(200);
        var beside = await service
            .Open(ReviewService.Request(unit: "beside-accused") with { Recusal = new ReviewRecusal(["accused-and-away"], []) });
        var stuck = (await service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/supervision", Cancellation))
            .GetProperty("stuck").EnumerateArray()
            .Select(row => row.GetProperty("caseId").GetGuid()).ToList();
        Assert.Contains(accusing.CaseId, stuck);
        // Nor is anybody left where the only head stands in for the accused, or has handed over.
        Assert.Contains(beside.CaseId, stuck);
        Assert.DoesNotContain(ordinary.CaseId, stuck);
    }

    [Fact]
    [Rule(235)]
    public async Task Who_wrote_the_answer_must_not_be_accused_and_a_later_round_forgets_nobody()
    {
        foreach (var request in new[] { Accusation() with { Author = "accused-leader" }, Accusation() with { Unit = AccusedUnit },
            Accusation() with { Contributors = ["somebody", "accused-leader"] } })
        {
            await service.Publish(request);
            Assert.Equal(ReviewRefusalReason.AuthorMustStandAside, (await service.Refusal(request)).Reason);
            // Some of the accused may read the log: without a round of its own from which they are kept, it says nothing.
            Assert.False(await service.InDatabase(db => db.AuditEntries.AnyAsync(e => e.Digest == request.ContentDigest, Cancellation)));
        }

        await StandIn("drafter-for-accused", "accused-on-leave");
        var standIn = Accusation() with { Author = "drafter-for-accused" };
        await service.Publish(standIn);
        Assert.Equal(ReviewRefusalReason.AuthorMustStandAside, (await service.Refusal(standIn)).Reason);

        var first = await service.Open(Accusation());
        await service.As(Authority, "director", userName: "uninvolved-director")
            .PostAsJsonAsync($"/api/review/{Authority}/cases/{first.CaseId}/end", new { reason = "请补充" }, Cancellation).Json(200);
        var second = await service
            .Open(Accusation() with
            {
                SubjectId = first.SubjectId,
                Recusal = new ReviewRecusal(["another-accused"], []),
                OccurredAt = ReviewService.Start.AddMinutes(7)
            });
        var third = Accusation() with { SubjectId = first.SubjectId, Unit = AccusedUnit };
        await service.Publish(third);
        await service.Refusal(third);
        Assert.Equal(second.CaseId,
            (await service.InDatabase(db => db.AuditEntries.SingleAsync(e => e.Digest == third.ContentDigest, Cancellation))).CaseId);
        foreach (var person in new[] { "accused-leader", "another-accused" })
            await service.As(Authority, "director", userName: person)
            .GetAsync($"/api/review/{Authority}/cases/{second.CaseId}", Cancellation).Refused(404, "case-is-unknown");
        await service.As(Authority, "head", AccusedUnit).GetAsync($"/api/review/{Authority}/cases/{second.CaseId}", Cancellation)
            .Refused(404, "case-is-unknown");
    }

    [Fact]
    public async Task Who_wrote_of_it_and_has_left_since_is_no_reason_to_refuse_it_unless_accused()
    {
        await service.SignedIn(Authority, "officer", "culture", "wrote-and-left");
        await service.SignedIn(Authority, "officer", AccusedUnit, "accused-and-left");
        await service.SignedIn(Authority, "head", "culture", "takes-over");
        foreach (var leaver in new[] { "wrote-and-left", "accused-and-left" })
        {
            var recorded = await service.As(Authority, "security-admin")
                .PostAsJsonAsync($"/api/review/{Authority}/replacements",
                new { leaver, successor = "takes-over", startsOn = Today, reason = "退休" }, Cancellation).Json(200);
            await service.As(Authority, "discipline")
                .PostAsync($"/api/review/{Authority}/delegations/{recorded.GetProperty("id").GetGuid()}/accept", null, Cancellation)
                .Json(200);
        }

        await service.Open(Accusation() with { Contributors = ["wrote-and-left"] });
        var refused = Accusation() with { Contributors = ["accused-and-left"] };
        await service.Publish(refused);
        Assert.Equal(ReviewRefusalReason.AuthorMustStandAside, (await service.Refusal(refused)).Reason);
    }

    [Fact]
    [Rule(235)]
    public async Task Who_turns_out_to_be_accused_later_is_shut_out_of_the_running_round_and_of_those_before()
    {
        var before = await service.Open(Accusation());
        await service.As(Authority, "director", userName: "uninvolved-director")
            .PostAsJsonAsync($"/api/review/{Authority}/cases/{before.CaseId}/end", new { reason = "请补充" }, Cancellation).Json(200);
        var running = await service
            .Open(Accusation() with { SubjectId = before.SubjectId, OccurredAt = ReviewService.Start.AddMinutes(7) });
        var reviewer = service.As(Authority, "director", userName: "accused-too");
        foreach (var round in new[] { before, running }) await reviewer.Case(round);

        // A repeated request that names one more, and a new one of somebody who must not know that a case is running.
        await service.Publish(running with { MessageId = Guid.CreateVersion7(), Recusal = new ReviewRecusal(["accused-too"], []) });
        var unknowing = Accusation() with
        {
            SubjectId = before.SubjectId,
            Recusal = null,
            Author = "accused-too",
            OccurredAt = ReviewService.Start.AddMinutes(9)
        };
        await service.Publish(unknowing);
        var refused = await service.Refusal(unknowing);
        Assert.Equal((ReviewRefusalReason.AuthorMustStandAside, null), (refused.Reason, refused.RunningCaseId));
        foreach (var round in new[] { before, running })
            await reviewer.GetAsync($"/api/review/{Authority}/cases/{round.CaseId}", Cancellation).Refused(404, "case-is-unknown");
        Assert.Empty((await reviewer.GetFromJsonAsync<JsonElement>($"/api/review/{Authority}/cases/by-subject/{before.SubjectId}",
            Cancellation)).GetProperty("items").EnumerateArray());
        var history = (await service.As(Authority, "director", userName: "uninvolved-director").Case(running)).GetProperty("history")
            .EnumerateArray().ToList();
        Assert.Contains(history, act => act.GetProperty("act").GetString() == "recused"
            && act.GetProperty("detail").GetProperty("recusedPeople").EnumerateArray().Any(person => person.GetString() == "accused-too"));
    }

    [Fact]
    public void A_recusal_that_names_nobody_the_authority_knows_opens_no_case()
    {
        var pack = ReviewService.Packs[Authority];
        foreach (var named in new[] { new ReviewRecusal([], ["办公室"]), new ReviewRecusal([" "], []),
            new ReviewRecusal([.. Enumerable.Range(0, 51).Select(n => $"p{n}")], []) })
            Assert.Throws<InvalidOperationException>(() => RequestReviewConsumer.Named(Accusation() with { Recusal = named }, pack));
        Assert.Equal(["office"],
            RequestReviewConsumer.Named(Accusation() with { Recusal = new ReviewRecusal([], ["office"]) }, pack).Units);
        Assert.True(RequestReviewConsumer.Named(Accusation() with { Recusal = null }, pack).IsEmpty);
    }

    [Fact]
    public async Task An_accused_auditor_exports_an_unbroken_chain_in_which_those_entries_are_sealed()
    {
        var request = await service.Open(Accusation());
        var (mine, sealedForMe) = await Walk(service.As(Authority, "audit-admin", AccusedUnit, "accused-auditor"));
        var (all, sealedForOthers) = await Walk(service.As(Authority, "audit-admin", "culture", "other-auditor"));
        Assert.False(Tells(mine, request));
        Assert.True(Tells(all, request));
        Assert.True(sealedForMe > 0 && sealedForOthers == 0);

        // A page of the log has no gap either, so that a hash kept elsewhere is still found in it.
        var page = await service.As(Authority, "audit-admin", AccusedUnit, "accused-auditor")
            .GetFromJsonAsync<JsonElement>($"/api/review/{Authority}/audit/entries?limit=100", Cancellation);
        var positions = page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("position").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(n => (long)n), positions);
    }
}
