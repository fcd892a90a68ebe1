using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>Who can read what: nobody by a back door, and nobody any more after handing over.</summary>
[Collection(nameof(OneService))]
public sealed class ReadershipTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(service.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task Rounds_of_a_subject_are_listed_without_what_was_handed_in_and_only_to_who_may_read_them()
    {
        var request = await service.Open(ReviewService.Request(body: "只有审核人员能看的正文"));
        async Task<JsonElement> Rounds(HttpClient client)
        {
            var text = await client.GetStringAsync($"/api/review/bijie/cases/by-subject/{request.SubjectId}", Cancellation);
            Assert.DoesNotContain("只有审核人员能看的正文", text, StringComparison.Ordinal);
            Assert.DoesNotContain("snapshot", text, StringComparison.OrdinalIgnoreCase);
            return JsonDocument.Parse(text).RootElement.GetProperty("items");
        }

        var round = Assert.Single((await Rounds(service.As("bijie", "head", "art"))).EnumerateArray());
        Assert.Equal((request.CaseId, "open", request.ContentDigest),
            (round.GetProperty("id").GetGuid(), round.GetProperty("state").GetString(), round.GetProperty("contentDigest").GetString()));
        foreach (var (role, unit) in new[] { ("officer", "market"), ("head", "market"), ("promotion", "office"), ("audit-admin", "office"),
            ("system-admin", "art"), ("security-admin", "art") })
            Assert.Empty((await Rounds(service.As("bijie", role, unit, $"rounds-{role}-{unit}"))).EnumerateArray());
    }

    [Fact]
    public async Task The_difference_shows_the_round_before_only_to_who_may_read_that_round()
    {
        var first = await service.Open(ReviewService.Request(unit: "market", body: "市场科的旧稿"));
        await service.As("bijie", "head", "market", "market-head").Decide(first, "section-head", "return", "改由艺术科办理").Json(200);
        var second = await service.Open(ReviewService.Request(unit: "art", subject: first.SubjectId, body: "艺术科的新稿"));
        Task<string> Difference(HttpClient client)
            => client.GetStringAsync($"/api/review/bijie/cases/{second.CaseId}/difference", Cancellation);

        var seen = await Difference(service.As("bijie", "head", "art"));
        Assert.DoesNotContain("旧稿", JsonDocument.Parse(seen).RootElement.ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(seen).RootElement.GetProperty("previousCaseId").ValueKind);
        // The deputy reviews both.
        Assert.Equal(first.CaseId, JsonDocument.Parse(await Difference(service.As("bijie", "deputy"))).RootElement
            .GetProperty("previousCaseId").GetGuid());
    }

    [Fact]
    public async Task Whoever_has_left_is_refused_at_every_door()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        var leaver = await service.SignedIn("bijie", "director,discipline,deputy", userName: "leaving-director");
        // The own draft is withdrawn once, with a key; later the same request comes again.
        var own = await service.Open(ReviewService.Request(author: "leaving-director"));
        Task<HttpResponseMessage> Withdraw()
        {
            var message = new HttpRequestMessage(HttpMethod.Post, $"/api/review/bijie/cases/{own.CaseId}/withdraw")
            {
                Content = JsonContent
                .Create(new { reason = "重写" })
            };
            message.Headers.Add("Idempotency-Key", "withdrawn-before-leaving");
            return leaver.SendAsync(message, Cancellation);
        }

        await Withdraw().Json(200);
        await leaver.GetAsync("/api/review/bijie/supervision", Cancellation).Json(200);
        await Leave("leaving-director", "head");

        foreach (var path in new[] { "supervision", "audit/people/bijie-head", $"audit/cases/{request.CaseId}", "audit/verify",
            "audit/entries", "audit/export", $"cases/{request.CaseId}", $"cases/{request.CaseId}/difference", $"cases/{own.CaseId}",
            $"cases/by-subject/{request.SubjectId}", "tasks", "delegations", "colleagues", "flows/publication/preview" })
            await leaver.GetAsync($"/api/review/bijie/{path}", Cancellation).Refused(403, "person-has-left");
        foreach (var (path, body) in new (string, object)[] { ($"cases/{request.CaseId}/urge", new { step = "section-head" }),
            ($"cases/{request.CaseId}/end", new { reason = "越权" }),
            ($"cases/{request.CaseId}/steps/deputy/raise", new { reason = "越权" }) })
            await leaver.PostAsJsonAsync($"/api/review/bijie/{path}", body, Cancellation).Refused(403, "person-has-left");
        await leaver.Decide(request, "deputy", "approve").Refused(403, "person-has-left");
        // Not even what was answered before is answered again.
        await Withdraw().Refused(403, "person-has-left");
    }

    [Fact]
    public async Task Supervision_that_holds_a_business_role_as_well_is_offered_no_work()
    {
        var request = await service.Open(ReviewService.Request(unit: "watched"));
        var both = service.As("bijie", "discipline,head", "watched", "both-offices");
        Assert.Empty((await both.GetFromJsonAsync<JsonElement>("/api/review/bijie/tasks?limit=100", Cancellation)).GetProperty("items")
            .EnumerateArray());
        await both.Decide(request, "section-head", "approve").Refused(403, "kept-apart");
    }

    [Fact]
    public async Task A_delegate_takes_no_second_step_in_whosever_name()
    {
        var absent = await service.SignedIn("bijie", "deputy", userName: "deputy-on-leave");
        var head = await service.SignedIn("bijie", "head", "twice", "head-twice");
        var granted = await absent
            .PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "head-twice", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        await head.PostAsync($"/api/review/bijie/delegations/{granted.GetProperty("id").GetGuid()}/accept", null, Cancellation).Json(200);
        var request = await service.Open(ReviewService.Request(unit: "twice"));
        await head.Decide(request, "section-head", "approve").Json(200);

        await head.Decide(request, "deputy", "approve").Refused(409, "already-took-part");
        Assert.DoesNotContain((await head.GetFromJsonAsync<JsonElement>("/api/review/bijie/tasks?limit=100", Cancellation))
            .GetProperty("items").EnumerateArray(),
            task => task.GetProperty("caseId").GetGuid() == request.CaseId);
        // Nor does the principal, once the delegate has acted in the principal's name.
        var other = await service.Open(ReviewService.Request(unit: "twice", conditions: ["important"]));
        await service.As("bijie", "head", "twice", "another-head").Decide(other, "section-head", "approve").Json(200);
        await head.Decide(other, "deputy", "approve").Json(200);
        await service.As("bijie", "deputy,director", userName: "deputy-on-leave").Decide(other, "director", "approve")
            .Refused(409, "already-took-part");
    }

    private async Task Leave(string leaver, string successorRole)
    {
        await service.SignedIn("bijie", successorRole, "office", "next-in-office");
        var recorded = await service.As("bijie", "security-admin").PostAsJsonAsync("/api/review/bijie/replacements",
            new { leaver, successor = "next-in-office", startsOn = Today, reason = "调离" }, Cancellation).Json(200);
        await service.As("bijie", "discipline").PostAsync($"/api/review/bijie/delegations/{recorded.GetProperty("id").GetGuid()}/accept",
            null, Cancellation).Json(200);
    }
}
