using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>What a stranger sees after the one command.</summary>
[Collection(nameof(Stack))]
public sealed class JourneyTests(Stack stack)
{
    [Fact]
    public void A_fresh_start_shows_the_seeded_items_of_every_authority()
    {
        foreach (var (authority, title) in new[]
        {
            ("bijie", "关于公共文化场馆冬季开放时间安排的公告"), ("gaotai", "高台县图书馆全民阅读周活动安排"), ("xinyuan", "流动文化服务车秋季行程结束"),
            ("jiangxi", "全省美术馆馆藏精品巡展启动"), ("taishan", "关于文化馆公益培训班冬季招生的通知"),
        })
            Assert.Contains(title, stack.FirstPages[authority], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_seeding_adds_nothing()
    {
        using var people = new People(stack);
        var before = await CountAsync(people);
        var (code, output) = await stack.CommandAsync("Cli", "seed");
        Assert.True(code == 0, output);
        Assert.Equal(before, await CountAsync(people));
    }

    [Fact]
    public async Task An_imported_file_is_reviewed_by_two_people_and_read_by_anybody()
    {
        using var people = new People(stack);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.txt");
        await File.WriteAllTextAsync(file, "关于举办系统测试文化讲座的通知\n毕文广旅通〔2026〕88号\n\n各有关单位：\n\n讲座免费参加。\n\n2026年11月20日\n");
        var (code, output) = await stack.CommandAsync("Cli", "import", file, "--authority", "bijie", "--category", "public-concern");
        File.Delete(file);
        Assert.True(code == 0, output);
        Assert.Contains("文号：毕文广旅通〔2026〕88号", output, StringComparison.Ordinal);
        var id = Guid.Parse(output.Split('\n').Single(l => l.StartsWith("草稿：", StringComparison.Ordinal))[3..].Trim());
        var (_, etag) = await people.OkAsync("bijie-officer", HttpMethod.Get, $"/api/catalogue/bijie/items/{id}");
        await people.OkAsync("bijie-officer", HttpMethod.Post, $"/api/catalogue/bijie/items/{id}/submit", etag: etag);
        await people.ApproveAsync(id, "bijie-head");
        await people.ApproveAsync(id, "bijie-deputy");
        var number = await people.PublishedOnceAsync(id, "关于举办系统测试文化讲座的通知");
        var page = await people.PageAsync($"/bijie/items/{number}");
        foreach (var expected in new[]
        {
            $"/{number}</dd>", "<meta name=\"ArticleTitle\" content=\"关于举办系统测试文化讲座的通知\"", "<meta name=\"SiteIDCode\"",
                "<meta name=\"PubDate\"",
            "<meta name=\"ContentSource\"", "2026-11-20", "毕文广旅通〔2026〕88号",
        })
            Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_item_comes_back_with_its_reason()
    {
        using var people = new People(stack);
        var id = await people.SubmitAsync("退回旅程");
        var review = await people.CaseAsync(id, "bijie-head");
        var step = review.GetProperty("decisions")[0].GetProperty("step").GetString();
        await people.OkAsync("bijie-head", HttpMethod.Post, $"/api/review/bijie/cases/{review.GetProperty("id").GetGuid()}/decisions",
            new { step, outcome = "return", digest = review.GetProperty("contentDigest").GetString(), reason = "请补充联系方式" });
        await Testing.Eventually.Holds(async () => (await people.ItemAsync(id)).GetProperty("state").GetString() == "returned",
            "the item came back");
        Assert.Equal("请补充联系方式", (await people.ItemAsync(id)).GetProperty("lastReason").GetString());
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_at_the_gateway_and_changes_nothing()
    {
        using var people = new People(stack);
        const string items = "/api/catalogue/bijie/items";
        object draft = new { title = "拒绝", body = "正文", category = "public-concern" };
        await RefusedAsync(people, "bijie-audit-admin", items, JsonContent.Create(draft), HttpStatusCode.Forbidden);
        await RefusedAsync(people, "gaotai-officer", items, JsonContent.Create(draft), HttpStatusCode.Forbidden);
        await RefusedAsync(people, null, items, JsonContent.Create(draft), HttpStatusCode.Unauthorized);
        await RefusedAsync(people, "bijie-officer", items,
            JsonContent.Create(new { title = "拒绝", body = new string('长', 300_001), category = "public-concern" }),
            HttpStatusCode.RequestEntityTooLarge);
        await RefusedAsync(people, "bijie-officer", items, new StringContent(new string('x', 3_000_000), Encoding.UTF8, "application/json"),
            HttpStatusCode.RequestEntityTooLarge);
        await RefusedAsync(people, "bijie-officer", items, JsonContent.Create(new { title = "拒绝", body = "正文", category = "no-such" }),
            HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(people, "bijie-officer", items, new StringContent("{\"title\":", Encoding.UTF8, "application/json"),
            HttpStatusCode.BadRequest);
        using var list = await people.SendAsync("bijie-office", HttpMethod.Get, items + "?limit=100");
        Assert.DoesNotContain("\"拒绝\"", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_approves_an_own_draft()
    {
        using var people = new People(stack);
        var (draft, etag) = await people.OkAsync("bijie-head", HttpMethod.Post, "/api/catalogue/bijie/items",
            new { title = "负责人自己的稿件", body = "正文", category = "public-concern" });
        var id = draft.GetProperty("id").GetGuid();
        await people.OkAsync("bijie-head", HttpMethod.Post, $"/api/catalogue/bijie/items/{id}/submit", etag: etag);
        var review = await people.CaseAsync(id, "bijie-head");
        Assert.Empty(review.GetProperty("decisions").EnumerateArray());
        var step = review.GetProperty("steps")[0].GetProperty("code").GetString()!;
        await RefusedAsync(people, "bijie-head", $"/api/review/bijie/cases/{review.GetProperty("id").GetGuid()}/decisions",
            JsonContent.Create(People.Decision(review, step)), HttpStatusCode.Conflict);
        Assert.Equal("in-review", (await people.ItemAsync(id)).GetProperty("state").GetString());
    }

    private static async Task RefusedAsync(People people, string? user, string path, HttpContent content, HttpStatusCode status)
    {
        using (content)
        using (var response = await people.SendAsync(user, HttpMethod.Post, path, content))
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(status == response.StatusCode, $"{user} {path}: expected {status}, got {response.StatusCode} {text}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.True(JsonDocument.Parse(text).RootElement.TryGetProperty("title", out _));
        }
    }

    private static async Task<int> CountAsync(People people)
    {
        var count = 0;
        // What the fuzzer withdrew is rightly published again.
        foreach (var authority in People.Authorities.Where(authority => authority != FuzzTests.Authority))
        {
            using var response = await people.SendAsync(null, HttpMethod.Get, $"/api/catalogue/{authority}/public/items");
            count += JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32();
        }

        return count;
    }
}
