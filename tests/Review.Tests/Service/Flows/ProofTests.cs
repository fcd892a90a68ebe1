using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>三审三校: reviews and proofs one after the other, and what a proof-reader marks.</summary>
[Collection(nameof(OneService))]
public sealed class ProofTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Rule(66)]
    [Rule(67)]
    [Rule(68)]
    [Rule(84)]
    public async Task A_major_item_of_Xinyuan_passes_three_reviews_and_three_proofs_each_by_another_person()
    {
        var request = await service.Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer", conditions: ["major"]));
        // The leader in charge signs after the office of the leading group has reviewed, and the main leader after both.
        await service.As("xinyuan", "deputy", "office").Decide(request, "deputy", "approve").Refused(409, "step-is-waiting");
        await service.As("xinyuan", "director").Decide(request, "director", "approve").Refused(409, "step-is-waiting");
        foreach (var (step, role, unit) in new[]
        {
            ("first-proof", "office", "office"), ("first-review", "leading-group-office", "leading-group-office"),
            ("second-proof", "policy", "office"), ("deputy", "deputy", "office"), ("third-proof", "secrecy", "office"),
        })
        {
            Assert.Equal("open", (await service.As("xinyuan", role, unit).Decide(request, step, "approve").Json(200)).GetProperty("state")
                .GetString());
        }

        var concluded = await service.As("xinyuan", "director").Decide(request, "director", "approve").Json(200);
        Assert.Equal("approved", concluded.GetProperty("state").GetString());
        Assert.Equal(6, concluded.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("decidedBy").GetString()).Distinct()
            .Count());
        Assert.Equal(request.ContentDigest, (await service.Conclusion(request)).ContentDigest);
        // Who confirmed that responsibility for ideology and for security is taken stands with the publication.
        foreach (var responsibility in new[] { "ideology-responsibility", "security-responsibility" })
            Assert.Contains(concluded.GetProperty("history").EnumerateArray(), act => act.GetProperty("step").GetString() == "first-review"
                && act.GetProperty("detail").GetProperty("checklist").EnumerateArray().Any(code => code.GetString() == responsibility));
    }

    [Fact]
    public async Task A_proof_returns_with_marked_corrections_and_the_next_round_shows_what_changed()
    {
        var first = await service.Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer", body: "活动于三月五号举行，欢迎参加。"));
        var proof = service.As("xinyuan", "office");
        var refused = await proof.Decide(first, "first-proof", "return", "用词不规范", corrections: new[]
        {
            new { original = "三月五号", corrected = "3月5日" },
            new { original = "三月六号", corrected = "3月6日" },
            new { original = "", corrected = "3月7日" },
        }).Refused(422, "correction-is-not-in-text");
        Assert.Equal(["第 2 处改正：送审稿中没有这处原文", "第 3 处改正：没有填写原文"],
            refused.GetProperty("errors").EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(m => m.GetString()));
        await service.As("xinyuan", "leading-group-office", "leading-group-office")
            .Decide(first, "first-review", "return", "用词", corrections: new[] { new { original = "三月五号", corrected = "3月5日" } })
            .Refused(422, "corrections-only-with-return");
        await proof.Decide(first, "first-proof", "approve", corrections: new[] { new { original = "三月五号", corrected = "3月5日" } })
            .Refused(422, "corrections-mean-return");
        await proof.Decide(first, "first-proof", "return", "用词不规范", corrections: new[] { new { original = "三月五号", corrected = "3月5日" } })
            .Json(200);

        Assert.Equal("用词不规范\n1. “三月五号”应为“3月5日”", (await service.Conclusion(first)).Reason);
        var marked = (await Difference(proof, first)).GetProperty("corrected");
        Assert.Equal("活动于3月5日举行，欢迎参加。", Text(marked, "added"));

        var second = await service
            .Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer", body: "活动于3月5日举行，欢迎参加。",
            subject: first.SubjectId));
        var difference = await Difference(proof, second);
        Assert.Equal(first.CaseId, difference.GetProperty("previousCaseId").GetGuid());
        Assert.Equal("活动于三月五号举行，欢迎参加。", Text(difference.GetProperty("body"), "removed"));
        Assert.Equal("活动于3月5日举行，欢迎参加。", Text(difference.GetProperty("body"), "added"));
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_a_difference_though_its_words_are_the_same()
    {
        var head = service.As("bijie", "head", "art");
        var first = await service.Open(ReviewService.Request(body: "<p><a href=\"https://a.example/x\">网上大厅</a></p>"));
        await head.Decide(first, "section-head", "return", "请核对链接").Json(200);
        await service.Conclusion(first);
        var second = await service.Open(ReviewService.Request(body: "<p><a href=\"https://b.example/y\">网上大厅</a></p>",
            subject: first.SubjectId));
        var body = (await Difference(head, second)).GetProperty("body");
        Assert.Equal("网上大厅（链接：https://a.example/x）", Text(body, "removed"));
        Assert.Equal("网上大厅（链接：https://b.example/y）", Text(body, "added"));
    }

    private static Task<JsonElement> Difference(HttpClient client, RequestReview request)
        => client.GetFromJsonAsync<JsonElement>($"/api/review/{request.Authority}/cases/{request.CaseId}/difference", Cancellation);

    /// <summary>The text with all pieces of the other kind left out.</summary>
    private static string Text(JsonElement pieces, string kind)
        => string.Concat(pieces.EnumerateArray()
        .Where(piece => piece.GetProperty("kind").GetString() is { } k && (k == kind || k == "same"))
        .Select(piece => piece.GetProperty("text").GetString()));
}
