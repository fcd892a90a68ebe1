using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>The directory of colleagues, who can go on with a case, and the flow before it is handed in.</summary>
[Collection(nameof(OneService))]
public sealed class ColleagueTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_signs_in_is_in_the_directory_of_the_own_authority_as_last_seen()
    {
        var client = await service.SignedIn("gaotai", "officer", "library", "moves-on");
        var person = Assert.Single(await Colleagues(client, "gaotai", "q=moves-"));
        Assert.Equal(("moves-on", "library", "officer"),
            (person.GetProperty("subject").GetString(), person.GetProperty("unit").GetString(),
            person.GetProperty("roles")[0].GetString()));

        // Changed claims are noted at once, unchanged ones only once a day.
        client = await service.SignedIn("gaotai", "head", "museum", "moves-on");
        Assert.Equal("museum", Assert.Single(await Colleagues(client, "gaotai", "q=MOVES-ON&role=head&unit=museum")).GetProperty("unit")
            .GetString());
        Assert.Empty(await Colleagues(await service.SignedIn("taishan", "officer"), "taishan", "q=moves-on"));
        Assert.Empty(await Colleagues(client, "gaotai", "q=%25"));
        await client.GetAsync("/api/review/taishan/colleagues", Cancellation).Refused(403, "not-of-this-authority");
        await client.GetAsync("/api/review/gaotai/colleagues?limit=101", Cancellation).Refused(422, "limit-is-invalid");
        await client.GetAsync("/api/review/gaotai/colleagues?after=nobody", Cancellation).Refused(422, "cursor-is-invalid");
        await client.GetAsync($"/api/review/gaotai/colleagues?q={new string('长', 101)}", Cancellation).Refused(422, "filter-is-too-long");
    }

    [Fact]
    public async Task Asking_again_the_same_day_writes_nothing()
    {
        var client = await service.SignedIn("gaotai", "officer", "library", "noted-once");
        var before = await Version("noted-once");
        (await client.GetAsync("/api/review/gaotai/tasks", Cancellation)).Dispose();
        Assert.Equal(before, await Version("noted-once"));
        service.Clock.Advance(TimeSpan.FromDays(1));
        (await client.GetAsync("/api/review/gaotai/tasks", Cancellation)).Dispose();
        Assert.NotEqual(before, await Version("noted-once"));
    }

    [Fact]
    public async Task Of_two_tokens_of_one_person_the_one_issued_later_is_believed_in_whatever_order_they_come()
    {
        var issued = TimeProvider.System.GetUtcNow();
        static StaffMember Staff(string role)
            => new("two-tokens", "two-tokens", "two-tokens", "gaotai", "library", new HashSet<string> { role });
        async Task<string?> SeenAs(string role, DateTimeOffset? at)
        {
            var client = await service.SignedIn("gaotai", role, "library", "two-tokens", at);
            return Assert.Single(await Colleagues(client, "gaotai", "q=two-tokens")).GetProperty("roles")[0].GetString();
        }

        Assert.Equal("head", await SeenAs("head", issued.AddMinutes(-10)));
        // The identity provider took the role away; the token from before is still valid, here and after a restart.
        Assert.Equal("officer", await SeenAs("officer", issued.AddMinutes(-5)));
        Assert.Equal("officer", await SeenAs("head", issued.AddMinutes(-10)));
        await service.OtherReplica().NoteAsync(Staff("head"), issued.AddMinutes(-10), Cancellation);
        await service.OtherReplica().NoteAsync(Staff("head"), null, Cancellation);
        Assert.Equal("officer", await SeenAs("officer", issued.AddMinutes(-5)));
        // The same claims in a newer token count from then on.
        Assert.Equal("officer", await SeenAs("officer", issued.AddMinutes(-1)));
        Assert.Equal("officer", await SeenAs("head", issued.AddMinutes(-3)));
        Assert.Equal("head", await SeenAs("head", issued));
    }

    [Fact]
    public async Task The_directory_is_read_page_by_page_without_loss()
    {
        for (var n = 0; n < 5; n++) await service.SignedIn("gaotai", "officer", "paged", $"paged-{n}");
        var client = service.As("gaotai", "officer", "paged", "paged-0");
        var seen = new List<string?>();
        for (string? after = ""; after is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"/api/review/gaotai/colleagues?unit=paged&limit=2{(after.Length == 0 ? "" : $"&after={after}")}", Cancellation);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("subject").GetString()));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(n => (string?)$"paged-{n}"), seen);
    }

    [Fact]
    public async Task Whose_replacement_is_confirmed_is_offered_no_more_also_before_its_day()
    {
        var leaver = await service.SignedIn("gaotai", "head", "library", "leaving-soon");
        await service.SignedIn("gaotai", "officer", "library", "taking-over");
        var day = LegalDay.Of(service.Clock.GetUtcNow()).AddDays(30);
        var replaced = await service.As("gaotai", "security-admin").PostAsJsonAsync("/api/review/gaotai/replacements",
            new { leaver = "leaving-soon", successor = "taking-over", startsOn = day, reason = "退休" }, Cancellation).Json(200);
        Assert.Single(await Colleagues(leaver, "gaotai", "q=leaving-soon"));
        await service.As("gaotai", "discipline").PostAsync(
            $"/api/review/gaotai/delegations/{replaced.GetProperty("id").GetGuid()}/accept", null, Cancellation).Json(200);
        Assert.Empty(await Colleagues(leaver, "gaotai", "q=leaving-soon"));
    }

    [Fact]
    public async Task A_case_names_who_can_go_on_what_a_decision_leads_to_and_how_the_due_day_came_about()
    {
        await service.SignedIn("bijie", "head", "candidates", "candidate-head");
        var request = await service.Open(ReviewService.Request(unit: "candidates"));
        var step = (await service.As("bijie", "head", "candidates", "candidate-head").Case(request)).GetProperty("steps")[0];
        Assert.Equal("candidate-head", Assert.Single(step.GetProperty("candidates").EnumerateArray()).GetProperty("subject").GetString());
        Assert.Contains("分管领导", step.GetProperty("consequences")[0].GetProperty("leadsTo").GetString(), StringComparison.Ordinal);
        Assert.Equal($"自 {service.Clock.GetUtcNow().AddHours(8):yyyy-MM-dd} 起 2 个工作日（平台默认期限），还有 2 个工作日", step.GetProperty("dueExplanation")
            .GetString());
    }

    [Fact]
    public async Task A_head_who_wrote_the_draft_strands_nothing_the_deputy_takes_over_or_the_director_ends_it()
    {
        var head = await service.SignedIn("bijie", "head", "lonely", "lonely-head");
        var deputy = await service.SignedIn("bijie", "deputy");
        var request = await service.Open(ReviewService.Request(unit: "lonely", author: "someone-else", contributors: ["lonely-head"]));
        await head.Decide(request, "section-head", "approve").Refused(409, "own-draft");
        Assert.Equal(request.Title, (await head.Case(request)).GetProperty("title").GetString());
        var board = await service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/supervision", Cancellation);
        Assert.Contains(board.GetProperty("stuck").EnumerateArray(), row => row.GetProperty("caseId").GetGuid() == request.CaseId);
        var raised = await deputy
            .PostAsJsonAsync($"/api/review/bijie/cases/{request.CaseId}/steps/section-head/raise", new { reason = "负责人参与起草" }, Cancellation)
            .Json(200);
        Assert.Equal("section-head", raised.GetProperty("decisions")[0].GetProperty("step").GetString());
        await deputy.Decide(request, "section-head", "approve").Json(200);

        var other = await service.Open(ReviewService.Request(unit: "lonely", author: "lonely-head"));
        await service.SignedIn("bijie", "head", "lonely", "second-lonely-head");
        await deputy.PostAsJsonAsync($"/api/review/bijie/cases/{other.CaseId}/steps/section-head/raise", new { reason = "试试" },
            Cancellation).Refused(409, "somebody-is-left");
        await service.As("bijie", "director").PostAsJsonAsync($"/api/review/bijie/cases/{other.CaseId}/end", new { reason = "请换人起草" },
            Cancellation).Json(200);
        Assert.Equal("请换人起草", (await service.Conclusion(other)).Reason);
        board = await service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/supervision", Cancellation);
        Assert.Equal(["ended", "raised"], board.GetProperty("interventions").EnumerateArray()
            .Where(row => row.GetProperty("caseId").GetGuid() is var id && (id == other.CaseId || id == request.CaseId))
            .Select(row => row.GetProperty("act").GetString()).Order());
    }

    [Fact]
    public async Task The_flow_is_seen_before_it_is_handed_in()
    {
        var officer = await service.SignedIn("bijie", "officer", "art");
        async Task<string?[]> Steps(string query)
            => [.. (await officer.GetFromJsonAsync<JsonElement>($"/api/review/bijie/flows/publication/preview{query}", Cancellation))
            .GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("code").GetString())];
        Assert.Equal(["section-head", "deputy"], await Steps(""));
        Assert.Equal(["determination-1", "section-head", "deputy", "director"],
            await Steps("?conditions=important,secrecy-undetermined&unit=art"));
        await officer.GetAsync("/api/review/bijie/flows/none/preview", Cancellation).Refused(404, "flow-is-unknown");
        await officer.GetAsync("/api/review/bijie/flows/publication/preview?conditions=urgent", Cancellation)
            .Refused(422, "condition-is-unknown");
        await officer.GetAsync("/api/review/bijie/flows/publication/preview?unit=nowhere", Cancellation).Refused(422, "unit-is-unknown");
    }

    private Task<string> Version(string subject) => service.InDatabase(db => db.Database
        .SqlQuery<string>($"select xmin::text as \"Value\" from colleagues where subject = {subject}").SingleAsync());

    private static async Task<List<JsonElement>> Colleagues(HttpClient client, string authority, string query)
        => [.. (await client.GetFromJsonAsync<JsonElement>($"/api/review/{authority}/colleagues?{query}", Cancellation))
        .GetProperty("items").EnumerateArray()];
}
