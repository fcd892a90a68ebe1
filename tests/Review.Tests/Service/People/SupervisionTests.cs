using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>Standing in for others, and being seen: delegation, replacement, urging, accountability, export.</summary>
[Collection(nameof(OneService))]
public sealed class SupervisionTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(service.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task A_delegate_acts_within_the_dates_under_both_names_and_never_after()
    {
        var deputy = service.As("bijie", "deputy", userName: "absent-deputy");
        await service.SignedIn("bijie", "deputy", userName: "absent-deputy");
        await Grant(deputy, "never-signed-in", Today, Today).Refused(422, "colleague-is-unknown");
        var colleague = await service.SignedIn("bijie", "policy", "policy", "colleague");
        await service.SignedIn("bijie", "security-admin");
        await Grant(deputy, "bijie-security-admin", Today, Today).Refused(409, "administrators-take-no-powers");
        await Grant(deputy, "absent-deputy", Today, Today).Refused(422, "delegation-to-oneself");
        Assert.Contains("结束日期早于开始日期",
            await (await Grant(deputy, "colleague", Today, Today.AddDays(-1))).Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
        await Grant(deputy, "colleague", Today.AddDays(-3), Today.AddDays(-1)).Refused(422, "delegation-dates-are-wrong");
        await Grant(deputy, "colleague", Today, Today.AddDays(400)).Refused(422, "delegation-dates-are-wrong");
        await Grant(service.As("bijie", "audit-admin"), "colleague", Today, Today).Refused(403, "no-powers-to-give");
        await Grant(deputy, "colleague", Today, Today.AddDays(1), "同一请求").Json(200);
        var granted = (await Grant(deputy, "colleague", Today, Today.AddDays(1), "同一请求").Json(200)).GetProperty("id").GetGuid();
        var listed = await colleague.GetFromJsonAsync<JsonElement>("/api/review/bijie/delegations", Cancellation);
        Assert.Single(listed.GetProperty("items").EnumerateArray(), d => d.GetProperty("principal").GetString() == "absent-deputy");

        var request = await AtDeputy();
        // Nobody is made a delegate, and with it an author of the principal's drafts, against the own will.
        await colleague.Decide(request, "deputy", "approve").Refused(403, "role-is-not-of-this-step");
        await Accept(deputy, granted).Refused(404, "delegation-is-unknown");
        await Accept(colleague, granted).Json(200);
        Assert.Contains((await colleague.GetFromJsonAsync<JsonElement>("/api/review/bijie/tasks?limit=100", Cancellation))
            .GetProperty("items").EnumerateArray(),
            task => task.GetProperty("caseId").GetGuid() == request.CaseId);
        var decided = await colleague.Decide(request, "deputy", "approve").Json(200);
        var act = decided.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("colleague", "absent-deputy", "deputy"),
            (act.GetProperty("actor").GetString(), act.GetProperty("onBehalfOf").GetString(), act.GetProperty("role").GetString()));

        var own = await service.Open(ReviewService.Request(author: "absent-deputy"));
        await colleague.Decide(own, "section-head", "approve").Refused(409, "own-draft");
        var later = await AtDeputy();
        service.Clock.Advance(TimeSpan.FromDays(2));
        await colleague.Decide(later, "deputy", "approve").Refused(403, "role-is-not-of-this-step");
    }

    [Fact]
    public async Task A_revoked_delegation_ends_at_once()
    {
        var deputy = service.As("bijie", "deputy", userName: "revoking-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "policy", "substitute");
        var delegation = await Grant(deputy, "substitute", Today, Today.AddDays(10)).Json(200);
        var path = $"/api/review/bijie/delegations/{delegation.GetProperty("id").GetGuid()}/revoke";
        await service.As("bijie", "deputy").PostAsync(path, null, Cancellation).Refused(404, "delegation-is-unknown");
        await Accept(substitute, delegation.GetProperty("id").GetGuid()).Json(200);
        await deputy.PostAsync(path, null, Cancellation).Json(200);
        await Accept(substitute, delegation.GetProperty("id").GetGuid()).Refused(409, "delegation-is-revoked");
        await service.As("bijie", "policy", "policy", "substitute").Decide(await AtDeputy(), "deputy", "approve")
            .Refused(403, "role-is-not-of-this-step");
    }

    [Fact]
    public async Task Who_has_left_does_nothing_more_and_the_successor_takes_over()
    {
        var request = await service.Open(ReviewService.Request(unit: "broadcast"));
        var leaver = await service.SignedIn("bijie", "head", "broadcast", "leaving-head");
        var successor = await service.SignedIn("bijie", "officer", "broadcast", "successor");
        await service.SignedIn("bijie", "security-admin");
        var replacement = new
        {
            leaver = "leaving-head",
            successor = "successor",
            startsOn = Today,
            reason = "调离",
        };
        await leaver.PostAsJsonAsync("/api/review/bijie/replacements", replacement, Cancellation).Refused(403, "role-is-missing");
        var administrator = service.As("bijie", "security-admin");
        await administrator.PostAsJsonAsync("/api/review/bijie/replacements", replacement with { successor = "leaving-head" }, Cancellation)
            .Refused(422, "leaver-replaces-oneself");
        await administrator.PostAsJsonAsync("/api/review/bijie/replacements", new
        {
            leaver = "leaving-head",
            successor = "bijie-security-admin",
            startsOn = Today,
            reason = "调离",
        }, Cancellation).Refused(409, "administrators-take-no-powers");
        var recorded = await administrator.PostAsJsonAsync("/api/review/bijie/replacements", replacement, Cancellation).Json(200);
        Assert.Equal("head@broadcast", $"{recorded.GetProperty("roles")[0].GetString()}@{recorded.GetProperty("unit").GetString()}");
        // The administrator alone moves no powers.
        await successor.Decide(request, "section-head", "approve").Refused(403, "role-is-not-of-this-step");
        await Accept(administrator, recorded.GetProperty("id").GetGuid()).Refused(404, "delegation-is-unknown");
        await Accept(service.As("bijie", "discipline"), recorded.GetProperty("id").GetGuid()).Json(200);
        var board = await service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/supervision", Cancellation);
        Assert.Contains(board.GetProperty("replacements").EnumerateArray(), row => row.GetProperty("successor").GetString() == "successor");
        foreach (var person in new[] { "leaving-head", "successor" })
            Assert.Contains((await service.As("bijie", "discipline")
            .GetFromJsonAsync<JsonElement>($"/api/review/bijie/audit/people/{person}", Cancellation)).GetProperty("items").EnumerateArray(),
                act => act.GetProperty("act").GetString() == "replaced");

        await leaver.Decide(request, "section-head", "approve").Refused(403, "person-has-left");
        await successor.Decide(request, "section-head", "approve").Json(200);
    }

    [Fact]
    public async Task An_overdue_step_is_urged_once_a_day_and_stands_on_the_board()
    {
        var request = await service.Open(ReviewService.Request("gaotai", "museum", "fee-notice", "gaotai-officer"));
        var head = service.As("gaotai", "head", "museum", "museum-head");
        var task = await TaskAsync();
        Assert.Equal("green", task.GetProperty("light").GetString());

        // Past the due day by any holiday; the sweep wakes by the same clock.
        service.Clock.Advance(TimeSpan.FromDays(15));
        await Eventually.Holds(async () =>
        {
            service.Clock.Advance(TimeSpan.FromMinutes(11));
            return (await head.Case(request)).GetProperty("steps")[0].GetProperty("urges").GetInt32() == 1;
        }, "the sweep urged the step once");
        var board = await service.As("gaotai", "discipline").GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation);
        Assert.Contains(board.GetProperty("overdue").EnumerateArray(), row => row.GetProperty("caseId").GetGuid() == request.CaseId
            && row.GetProperty("urges").GetInt32() == 1);
        Assert.Contains(board.GetProperty("units").EnumerateArray(), unit => unit.GetProperty("unit").GetString() == "museum"
            && unit.GetProperty("overdue").GetInt32() >= 1);
        task = await TaskAsync();
        Assert.Equal("overdue", task.GetProperty("light").GetString());

        var step = task.GetProperty("step").GetString();
        var urged = await service.As("gaotai", "discipline")
            .PostAsJsonAsync($"/api/review/gaotai/cases/{request.CaseId}/urge", new { step, reason = "请尽快办理" }, Cancellation).Json(200);
        var shown = urged.GetProperty("steps")[0];
        Assert.Equal(2, shown.GetProperty("urges").GetInt32());
        // The last words first, and what the system said before them.
        Assert.Matches("^[^\n]+：请尽快办理\n已超过办理期限", shown.GetProperty("urgeWords").GetString());
        foreach (var (role, may) in new[] { ("discipline", false), ("leading-group", true) })
        {
            var rows = await service.As("gaotai", role).GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation);
            Assert.Equal(may, rows.GetProperty("overdue").EnumerateArray()
                .Single(row => row.GetProperty("caseId").GetGuid() == request.CaseId).GetProperty("mayUrge").GetBoolean());
        }

        await head.PostAsJsonAsync($"/api/review/gaotai/cases/{request.CaseId}/urge", new { step }, Cancellation)
            .Refused(403, "role-is-missing");

        async Task<JsonElement> TaskAsync()
            => (await head.GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks", Cancellation)).GetProperty("items")
                .EnumerateArray().Single(row => row.GetProperty("caseId").GetGuid() == request.CaseId);
    }

    [Fact]
    [Rule(190)]
    public async Task Supervision_sees_all_a_person_did_and_all_that_was_done_to_a_case()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art", "accountable").Decide(request, "section-head", "return", "核实数字").Json(200);
        foreach (var (role, status) in new[] { ("discipline", 200), ("audit-admin", 200), ("system-admin", 403), ("director", 403) })
        {
            var client = service.As("bijie", role);
            foreach (var path in new[] { "audit/people/accountable", $"audit/cases/{request.CaseId}", "audit/entries", "audit/export" })
            {
                using var response = await client.GetAsync($"/api/review/bijie/{path}", Cancellation);
                Assert.Equal((role, path, status), (role, path, (int)response.StatusCode));
            }
        }

        var acts = (await service.As("bijie", "discipline")
            .GetFromJsonAsync<JsonElement>("/api/review/bijie/audit/people/accountable", Cancellation)).GetProperty("items");
        Assert.Equal("核实数字", Assert.Single(acts.EnumerateArray()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_export_is_the_whole_chain_in_order()
    {
        await service.Open(ReviewService.Request());
        var text = await service.As("bijie", "audit-admin").GetStringAsync("/api/review/bijie/audit/export", Cancellation);
        var entries = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.GetProperty("position").GetInt32()));
        Assert.All(entries.Zip(entries.Skip(1)), pair
            => Assert.Equal(pair.First.GetProperty("hash").GetString(), pair.Second.GetProperty("previousHash").GetString()));
    }

    private async Task<RequestReview> AtDeputy()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        return request;
    }

    private static Task<HttpResponseMessage> Accept(HttpClient client, Guid delegation)
        => client.PostAsync($"/api/review/bijie/delegations/{delegation}/accept", null, Cancellation);

    private static Task<HttpResponseMessage> Grant(HttpClient client, string to, DateOnly from, DateOnly until, string? key = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/review/bijie/delegations")
        {
            Content = JsonContent.Create(new { @delegate = to, startsOn = from, endsOn = until, reason = "出差" }),
        };
        if (key is not null) message.Headers.Add("Idempotency-Key", Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key)));
        return client.SendAsync(message, Cancellation);
    }
}
