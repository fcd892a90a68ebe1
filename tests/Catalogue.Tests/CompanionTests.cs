using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>Documents and their interpretation (解读), decisions and their pre-disclosure (预公开).</summary>
public sealed class CompanionTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Policy = "毕节市文化场馆管理办法";

    [Fact]
    public async Task A_document_and_its_interpretation_lead_to_each_other_whichever_of_them_names_the_other()
    {
        var first = await host.PublishAsync(Sample("《场馆管理办法》政策解读", "一问一答。", "policy-interpretation"));
        var policy = await host
            .PublishAsync(new { title = Policy, body = "第一条", category = "normative-documents", interpretations = new[] { first } });
        // Written after the document, it names the document by its index number; the document needs no new version.
        var index = (await PublicAsync(policy)).GetProperty("indexNumber").GetString();
        var second = await host
            .PublishAsync(new { title = "负责人解读场馆管理办法", body = "答记者问。", category = "policy-interpretation", interprets = new[] { index } });

        Assert.Equal([first, second], Numbers(await PublicAsync(policy), "interpretations"));
        Assert.Equal([policy], Numbers(await PublicAsync(first), "interprets"));
        Assert.Equal([policy], Numbers(await PublicAsync(second), "interprets"));
        Assert.Empty(Numbers(await PublicAsync(policy), "interprets"));
        // The page may be read before the message is heard.
        var told = host.Facts.OfType<ItemPublished>().Where(fact => fact.IndexNumber.EndsWith(second, StringComparison.Ordinal));
        await Eventually.Holds(() => Task.FromResult(told.Any()), "the publication was told");
        Assert.Equal([index!], Assert.Single(told).RelatedIndexNumbers);
    }

    [Fact]
    public async Task A_withdrawn_interpretation_is_gone_from_the_document_and_the_message_names_the_document()
    {
        var interpretation = await host.PublishAsync(Sample("图解管理规定", "图解", "policy-interpretation"));
        var policy = await host
            .PublishAsync(new
            {
                title = "场馆安全管理规定",
                body = "第一条",
                category = "normative-documents",
                interpretations = new[] { interpretation }
            });
        using var office = host.As("office", unit: "office");
        var item = await office.ReadAsync(await host.ItemOf(interpretation));
        using var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/withdraw", item.ETag, new { reason = "有误" });
        Assert.True(withdrawn.IsSuccessStatusCode);

        var shown = await PublicAsync(policy);
        Assert.Empty(Numbers(shown, "interpretations"));
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<ItemWithdrawn>().Any(fact => fact.ItemId == item.Id)),
            "the withdrawal is told");
        Assert.Equal([shown.GetProperty("indexNumber").GetString()!], host.Facts.OfType<ItemWithdrawn>()
            .Single(fact => fact.ItemId == item.Id).RelatedIndexNumbers);
    }

    [Fact]
    public async Task Reviewers_read_what_accompanies_the_item_and_how_far_it_is()
    {
        using var officer = host.As("officer");
        var draft = await officer.DraftAsync(new { title = "基层文化服务实施细则", body = "第一条", category = "normative-documents" });
        var bare = await SubmitAsync(officer, draft);
        Assert.DoesNotContain(bare.Snapshot.Fields, field => field.Code is SnapshotFields.Interpretations
            or SnapshotFields.Interprets or SnapshotFields.PreDisclosure);

        await host.Conclude(bare, ReviewOutcome.Returned, "请补充解读");
        await host.BecomesAsync(draft.Id, "returned");
        await officer.DraftAsync(new
        {
            title = "实施细则解读",
            body = "要点",
            category = "policy-interpretation",
            interprets = new[] { draft.Id }
        });
        host.Requests.Clear();
        var complete = await SubmitAsync(officer, await officer.ReadAsync(draft.Id));
        Assert.Equal("“实施细则解读”（草稿）", Value(complete, "解读材料"));
    }

    [Fact, Rule(258)]
    public async Task Reviewers_are_told_of_a_pre_disclosure_longer_than_seven_working_days_and_of_a_major_one_shorter_than_thirty_days()
    {
        using var officer = host.As("officer");
        Assert.Equal(("2026-11-02 至 2026-11-11（7 个工作日）　https://example.org/opinions", null), await ShownAsync("2026-11-11"));
        var (eight, tooLong) = await ShownAsync("2026-11-12");
        Assert.StartsWith("2026-11-02 至 2026-11-12（8 个工作日）", eight, StringComparison.Ordinal);
        Assert.Contains("不超过 7 个工作日", tooLong, StringComparison.Ordinal);
        var (days, tooShort) = await ShownAsync("2026-11-16", "major");
        Assert.StartsWith("2026-11-02 至 2026-11-16（14 日）", days, StringComparison.Ordinal);
        Assert.Contains("不少于 30 日", tooShort, StringComparison.Ordinal);
        Assert.Contains("说明理由", tooShort, StringComparison.Ordinal);

        // The drafter is told the same before handing it in, as soon as the days are saved.
        async Task<(string Days, string? Fault)> ShownAsync(string to, params string[] conditions)
        {
            var draft = await officer.DraftAsync(Decision("2026-11-02", to, conditions));
            var told = (await officer.GetFromJsonAsync<ItemCompanions>($"{Items}/{draft.Id}/companions", JsonDialect.Client))!;
            var request = await SubmitAsync(officer, draft);
            var fault = request.Snapshot.Fields.SingleOrDefault(field => field.Code == SnapshotFields.PreDisclosureFault)?.Value;
            Assert.Equal(told.PreDisclosureRemark, fault);
            return (Value(request, "预公开"), fault);
        }
    }

    [Fact]
    public async Task What_is_still_open_to_opinions_is_not_submitted()
    {
        using var officer = host.As("officer");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
        var item = await officer.DraftAsync(Decision(Day(today.AddDays(-3)), Day(today), "major"));
        using var refused = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", item.ETag);
        await refused.ProblemAsync(409, "pre-disclosure-is-running");
    }

    [Fact]
    public async Task The_public_page_of_a_decision_leads_to_its_pre_disclosure()
    {
        var opinions = await host.PublishAsync(Sample("关于征求冰雪季活动方案意见的公告", "欢迎提出意见。"));
        var decision = await host.PublishAsync(new
        {
            title = "冰雪季活动方案",
            body = "正文",
            category = "public-concern",
            conditions = new[] { "major" },
            preDisclosure = new { item = opinions, from = "2026-11-02", to = "2026-11-06" },
        });
        var shown = (await PublicAsync(decision)).GetProperty("preDisclosure");
        Assert.Equal((opinions, "2026-11-02", "2026-11-06"),
            (shown.GetProperty("item").GetProperty("number").GetString(), shown.GetProperty("from").GetString(),
            shown.GetProperty("to").GetString()));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "interpretations", """{ "interpretations": ["2026-99999"] }""" },
        { "interpretations", """{ "interpretations": ["不是编号\u0001"] }""" },
        { "interprets", """{ "interprets": ["2026-99999"] }""" },
        { "preDisclosure", """{ "preDisclosure": { "from": "2026-11-02", "to": "2026-11-06" } }""" },
        { "preDisclosure.to", """{ "preDisclosure": { "address": "https://example.org", "from": "2026-11-06", "to": "2026-11-02" } }""" },
        { "preDisclosure", """{ "preDisclosure": { "address": "javascript:alert(1)", "from": "2026-11-02", "to": "2026-11-06" } }""" },
        { "preDisclosure.from", """{ "preDisclosure": { "address": "https://example.org" } }""" },
        { "preDisclosure.to", """{ "preDisclosure": { "address": "https://example.org", "from": "0001-01-01", "to": "9999-12-31" } }""" },
        {
            "preDisclosure.to",
            """{ "producedOn": "2026-11-05", "preDisclosure": { "address": "https://example.org","""
                + """ "from": "2026-11-02", "to": "2026-11-06" } }"""
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_at_its_field(string field, string members)
    {
        using var officer = host.As("officer");
        var draft = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(members)!;
        draft["title"] = JsonSerializer.SerializeToElement("关于活动的通知");
        draft["body"] = JsonSerializer.SerializeToElement("正文");
        draft["category"] = JsonSerializer.SerializeToElement("public-concern");
        using var response = await officer.PostAsJsonAsync(Items, draft);
        var problem = await response.ProblemAsync(422, "item-is-invalid");
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    [Theory]
    [InlineData("preDisclosure", "没有网址的一段文字")]
    [InlineData("preDisclosure", "https://example.org/")]
    [InlineData("interprets", "没有编号的一段文字")]
    public async Task Whatever_is_pasted_in_the_place_of_a_number_is_answered_with_its_beginning_at_most(string field, string begins)
    {
        using var officer = host.As("officer");
        var pasted = begins + new string('长', 600);
        using var response = await officer.PostAsJsonAsync(Items, new
        {
            title = "《办法》解读",
            body = "正文",
            category = "policy-interpretation",
            interprets = field == "interprets" ? new[] { pasted } : [],
            preDisclosure = field == "interprets" ? null : new
            {
                item = begins.Contains("://", StringComparison.Ordinal) ? null : pasted,
                address = begins.Contains("://", StringComparison.Ordinal) ? pasted : null,
                from = "2026-11-02",
                to = "2026-11-06",
            },
        });
        var errors = (await response.ProblemAsync(422, "item-is-invalid")).GetProperty("errors");
        Assert.Equal([field], errors.EnumerateObject().Select(error => error.Name));
        var words = Assert.Single(errors.GetProperty(field).EnumerateArray()).GetString()!;
        Assert.Matches("网址|索引号", words);
        Assert.Matches("不能超过 [0-9]+ 字", words);
        Assert.DoesNotContain(new string('长', 30), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_another_unit_is_neither_named_nor_shown()
    {
        using var others = host.As("officer", unit: "heritage", userName: "bijie-officer-2");
        var theirs = await others.DraftAsync(new { title = "非遗办法解读", body = "要点", category = "policy-interpretation" });
        using var officer = host.As("officer");
        using var response = await officer
            .PostAsJsonAsync(Items,
            new { title = "非遗保护办法", body = "第一条", category = "normative-documents", interpretations = new[] { theirs.Id } });
        await response.ProblemAsync(422, "item-is-invalid");
        var mine = await officer.DraftAsync(new { title = "非遗保护办法", body = "第一条", category = "normative-documents" });
        var companions = await officer.GetFromJsonAsync<JsonElement>($"{Items}/{mine.Id}/companions");
        Assert.DoesNotContain(companions.GetProperty("candidates").EnumerateArray(), one => one.GetProperty("id").GetGuid() == theirs.Id);
        using var hidden = await officer.GetAsync($"{Items}/{theirs.Id}/companions");
        await hidden.ProblemAsync(404, "item-not-found");
    }

    [Theory]
    [InlineData("关于公示名单的公告", "public-concern", false, false)]
    [InlineData(Policy, "public-concern", true, false)]
    [InlineData("关于开放时间的通告", "normative-documents", true, false)]
    [InlineData("《管理办法》解读", "policy-interpretation", false, false)]
    [InlineData("关于公示名单的公告", "public-concern", false, true, "major")]
    public async Task The_drafter_is_asked_only_where_something_ought_to_accompany_it(string title, string category, bool interpretation,
        bool preDisclosure, params string[] conditions)
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(new { title, body = "正文", category, conditions });
        var companions = await officer.GetFromJsonAsync<JsonElement>($"{Items}/{item.Id}/companions");
        Assert.Equal((interpretation, preDisclosure),
            (companions.GetProperty("asksForInterpretation").GetBoolean(), companions.GetProperty("asksForPreDisclosure").GetBoolean()));
    }

    [Fact]
    public async Task What_was_written_before_there_were_companions_is_still_read_and_keeps_its_digest()
    {
        var number = await host.PublishAsync(Sample("旧稿"));
        var digest = (await PublicAsync(number)).GetProperty("contentDigest").GetString();
        string[] members = ["Interpretations", "Interprets", "PreDisclosureItem", "PreDisclosureAddress", "PreDisclosedFrom",
            "PreDisclosedTo"];
        await host.Query(db => db.Database
            .ExecuteSqlAsync($"update publications set content = content - {members} where number = {number}"));
        Assert.Equal(digest, await host
            .Query(async db => (await db.Publications.AsNoTracking().SingleAsync(p => p.Authority == "bijie" && p.Number == number)).Content
            .Digest()));
        Assert.Empty(Numbers(await PublicAsync(number), "interpretations"));
    }

    private static object Decision(string from, string to, params string[] conditions) => new
    {
        title = "重大事项",
        body = "正文",
        category = "public-concern",
        conditions,
        preDisclosure = new { address = "https://example.org/opinions", from, to },
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<RequestReview> SubmitAsync(HttpClient officer, Read item)
    {
        await officer.SubmitAsync(item);
        return await host.RequestFor(item.Id);
    }

    private static string Value(RequestReview request, string label)
        => Assert.Single(request.Snapshot.Fields, field => field.Label == label).Value;

    private async Task<JsonElement> PublicAsync(string number)
    {
        using var anybody = host.Anonymous();
        return await anybody.GetFromJsonAsync<JsonElement>($"/api/catalogue/bijie/public/items/{number}");
    }

    private static List<string> Numbers(JsonElement item, string member)
        => [.. item.GetProperty(member).EnumerateArray().Select(link => link.GetProperty("number").GetString()!)];
}
