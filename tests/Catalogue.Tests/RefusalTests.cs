using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is refused, and that nothing changes by it.</summary>
public sealed class RefusalTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    [Fact]
    public async Task Without_a_token_or_with_a_foreign_one_nobody_is_staff()
    {
        using var anonymous = host.Anonymous();
        using var refused = await anonymous.PostAsJsonAsync(Items, Sample());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var stranger = host.Anonymous();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
            TestTokens.For("bijie", "officer", audience: "other"));
        using var alsoRefused = await stranger.PostAsJsonAsync(Items, Sample());
        Assert.Equal(HttpStatusCode.Unauthorized, alsoRefused.StatusCode);
    }

    [Theory]
    [InlineData("officer", "gaotai", "not-of-this-authority")]
    [InlineData("audit-admin", "bijie", "role-is-missing")]
    [InlineData("director", "bijie", "role-is-missing")]
    public async Task A_wrong_authority_or_role_is_403(string role, string authority, string code)
    {
        using var client = host.As(role, authority);
        using var response = await client.PostAsJsonAsync(Items, Sample());
        await response.ProblemAsync(403, code);
        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == $"{authority}-{role}")));
    }

    [Fact]
    public async Task Every_problem_of_a_draft_is_reported_at_once_as_422()
    {
        using var officer = host.As("officer", userName: "sloppy");
        using var response = await officer
            .PostAsJsonAsync(Items,
            new
            {
                title = new string('长', 201),
                body = " ",
                category = "no-such",
                ground = "none",
                producedOn = "2999-01-01",
                conditions = new[] { "odd" }
            });
        var problem = await response.ProblemAsync(422, "item-is-invalid");
        var fields = problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order();
        Assert.Equal(["body", "category", "conditions", "ground", "producedOn", "title"], fields);
        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == "sloppy")));
    }

    [Theory]
    [InlineData("题\uFFFE", 400, "request-is-invalid")]
    [InlineData("题\uFDD0", 400, "request-is-invalid")]
    [InlineData("通知\u202E知通", 422, "item-is-invalid")]
    [InlineData("通\u200B知", 422, "item-is-invalid")]
    public async Task A_title_with_what_nobody_sees_is_refused_at_the_door(string title, int status, string code)
    {
        using var officer = host.As("officer", userName: "unseen");
        using var response = await officer.PostAsJsonAsync(Items, Sample(title));
        var problem = await response.ProblemAsync(status, code);
        Assert.True(problem.GetProperty("errors").TryGetProperty("title", out _));
        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == "unseen")));
    }

    [Theory]
    [InlineData("{\"title\":\"一\",\"body\":\"正文\",\"category\":\"public-concern\",\"scope\":7}")]
    [InlineData("{\"title\":\"一\",\"body\":\"正文\",\"category\":\"public-concern\",\"secrecy\":99}")]
    [InlineData("{\"title\":\"一\",\"body\":\"正文\",\"category\":\"public-concern\",\"attribute\":\"OnRequest\"}")]
    [InlineData("{\"title\":\"一\",\"body\":\"正文\",\"category\":\"public-concern\",\"scope\":null}")]
    [InlineData("{\"title\":\"一\",\"title\":\"二\",\"body\":\"正文\",\"category\":\"public-concern\"}")]
    [InlineData("{\"title\":\"一\",\"body\":\"正文\",\"category\":\"public-concern\",\"unit\":\"office\"}")]
    [InlineData("{\"title\":7,\"body\":\"正文\",\"category\":\"public-concern\"}")]
    public async Task What_is_not_understood_is_refused_and_never_guessed(string draft)
    {
        using var officer = host.As("officer", userName: "guessing");
        using var content = new StringContent(draft, Encoding.UTF8, "application/json");
        using var response = await officer.PostAsync(Items, content);
        await response.ProblemAsync(400, "request-is-invalid");
        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == "guessing")));
    }

    [Theory]
    [InlineData("state=7")]
    [InlineData("state=Draft")]
    [InlineData("state=gone")]
    public async Task A_state_is_asked_for_by_its_code(string query)
    {
        using var officer = host.As("officer");
        using var response = await officer.GetAsync($"{Items}?{query}");
        await response.ProblemAsync(422, "state-is-unknown");
    }

    [Fact]
    public async Task Channels_are_few_and_each_is_named_once()
    {
        using var officer = host.As("officer", userName: "channels");
        foreach (var channels in (string[][])[["portal", "portal"], [.. Enumerable.Range(0, 1000).Select(n => $"c{n}")]])
        {
            using var response = await officer
                .PostAsJsonAsync(Items, new { title = "渠道", body = "正文", category = "public-concern", channels });
            var problem = await response.ProblemAsync(422, "item-is-invalid");
            Assert.InRange(problem.GetProperty("errors").GetProperty("channels").GetArrayLength(), 1, 12);
        }

        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == "channels")));
    }

    [Theory]
    [InlineData("on-request", "依申请公开")]
    [InlineData("withheld", "不予公开")]
    public async Task Why_something_is_not_proactively_disclosed_is_said_and_never_guessed(string attribute, string name)
    {
        using var officer = host.As("officer", userName: "without-ground");
        using var response = await officer.PostAsJsonAsync(Items, new { title = "一", body = "正文", category = "public-concern", attribute });
        var problem = await response.ProblemAsync(422, "item-is-invalid");
        Assert.Equal($"请选择{name}的理由：只有主动公开有默认的理由。", problem.GetProperty("errors").GetProperty("ground")[0].GetString());
        Assert.False(await host.Query(db => db.Items.AnyAsync(i => i.Author == "without-ground")));
    }

    [Theory]
    [InlineData("{\"title\":", 400)]
    [InlineData("{\"title\":\"a\",\"unknownField\":1}", 400)]
    [InlineData("{\"title\":\"a\",\"attribute\":\"Secret\"}", 400)]
    [InlineData("[]", 400)]
    public async Task Malformed_json_is_400(string json, int status)
    {
        using var officer = host.As("officer");
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await officer.PostAsync(Items, content);
        await response.ProblemAsync(status, "request-is-invalid");
    }

    [Fact]
    public async Task An_oversized_body_is_413()
    {
        using var officer = host.As("officer");
        using var tooLong = await officer.PostAsJsonAsync(Items, Sample(body: new string('a', 300_001)));
        await tooLong.ProblemAsync(413, "body-is-too-long");
        using var tooBig = await officer.PostAsJsonAsync(Items, Sample(body: new string('a', 3 * 1024 * 1024)));
        await tooBig.ProblemAsync(413, "content-is-too-large");
    }

    [Fact, Rule(129), Rule(103), Rule(349)]
    public async Task Classified_internal_and_not_proactive_content_cannot_even_be_submitted()
    {
        using var officer = host.As("officer");
        (object Draft, string Code)[] drafts =
        [
            (new { title = "涉密", body = "正文", category = "public-concern", secrecy = "classified" }, "classified-is-never-published"),
            (new { title = "带密级标志", body = "机密★10年\n\n正文", category = "public-concern" }, "classified-is-never-published"),
            (new { title = "概述带标志", body = "正文", category = "public-concern", summary = "秘密★1年" }, "classified-is-never-published"),
            (new { title = "主题词带标志", body = "正文", category = "public-concern", keywords = new[] { "机密★" } },
            "classified-is-never-published"),
            (new { title = "内部", body = "正文", category = "public-concern", scope = "internal" }, "internal-scope-is-never-public"),
            (new { title = "依申请", body = "正文", category = "public-concern", attribute = "on-request", ground = "not-listed" },
            "only-proactive-is-published"),
        ];
        foreach (var (draft, code) in drafts)
        {
            var item = await officer.DraftAsync(draft);
            using var response = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", item.ETag);
            await response.ProblemAsync(409, code);
            Assert.Equal("draft", await host.StateOf(item.Id));
        }
    }

    [Fact]
    public async Task The_word_secret_in_a_sentence_is_no_mark()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample(body: "涉及国家秘密、商业秘密的信息不予公开。"));
        Assert.Equal("in-review", (await officer.SubmitAsync(item)).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_read()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample());
        using var without = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", null, Sample());
        await without.ProblemAsync(428, "version-is-missing");
        using var first = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("甲的修改"));
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var second = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("乙的修改"));
        await second.ProblemAsync(412, "changed-meanwhile");
        Assert.Equal("甲的修改", (await officer.ReadAsync(item.Id)).Json.GetProperty("title").GetString());
        using var whatever = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", "*", Sample("任何版本"));
        Assert.Equal(HttpStatusCode.NoContent, whatever.StatusCode);
    }

    [Fact]
    public async Task Content_under_review_cannot_be_changed_or_submitted_again()
    {
        using var officer = host.As("officer");
        var submitted = await officer.SubmitAsync(await officer.DraftAsync(Sample()));
        using var edit = await officer.ActAsync(HttpMethod.Put, $"{Items}/{submitted.Id}", submitted.ETag, Sample("偷换"));
        await edit.ProblemAsync(409, "item-not-editable");
        using var again = await officer.ActAsync(HttpMethod.Post, $"{Items}/{submitted.Id}/submit", submitted.ETag);
        await again.ProblemAsync(409, "item-not-editable");
    }

    [Fact]
    public async Task A_unit_does_not_see_another_units_drafts()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample());
        using var other = host.As("officer", unit: "market", userName: "bijie-market-officer");
        using var hidden = await other.GetAsync($"{Items}/{item.Id}");
        await hidden.ProblemAsync(404, "item-not-found");
        using var colleague = host.As("officer", userName: "bijie-art-2");
        using var forbidden = await colleague.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("别人的稿"));
        await forbidden.ProblemAsync(403, "not-your-item");
    }

    [Fact]
    public async Task The_same_key_creates_one_item_even_when_sent_at_once()
    {
        using var officer = host.As("officer", userName: "impatient");
        officer.DefaultRequestHeaders.Add("Idempotency-Key", "k-1");
        var items = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => officer.DraftAsync(Sample())));
        Assert.Single(items.Select(i => i.Id).Distinct());
        Assert.Equal(1, await host.Query(db => db.Items.CountAsync(i => i.Author == "impatient")));
        using var other = await officer.PostAsJsonAsync(Items, Sample("另一内容"));
        await other.ProblemAsync(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task An_unknown_authority_is_404_before_anything_else()
    {
        using var citizen = host.Anonymous();
        using var response = await citizen.GetAsync("/api/catalogue/atlantis/public/items");
        await response.ProblemAsync(404, "unknown-authority");
    }
}
