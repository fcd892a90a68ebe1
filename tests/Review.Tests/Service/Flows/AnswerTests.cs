using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>确需公开, over HTTP and the broker: one decision for each finding, and the owner is told which findings may pass.</summary>
[Collection(nameof(OneService))]
public sealed class AnswerTests(ReviewService service)
{
    private const string Phones = "办公电话0857-8222293。\n\n值班手机13800138000、13900139000。";
    private const string Mobile = "body/mobile-phone";
    private const string Fixed = "body/fixed-phone";

    private static readonly object[] Both =
    [
        new { finding = Mobile, reason = "值班手机，须对外公布" }, new { finding = Fixed, reason = "办公电话" },
    ];

    private HttpClient Head => service.As("bijie", "head", "art");

    private HttpClient Deputy => service.As("bijie", "deputy");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_finding_is_answered_and_the_conclusion_tells_who_said_why()
    {
        var request = await service.Open(ReviewService.Request(body: Phones));
        var shown = await Head.Case(request);
        Assert.Equal([Mobile, Fixed], shown.GetProperty("decisions")[0].GetProperty("toAnswer").EnumerateArray()
            .Select(key => key.GetString()));
        var found = Finding(shown, Mobile);
        Assert.Equal(("warning", 2, 2), (found.GetProperty("level").GetString(), found.GetProperty("count").GetInt32(),
            found.GetProperty("line").GetInt32()));
        Assert.Equal(["138****8000 第 2 行", "139****9000 第 2 行"], found.GetProperty("spots").EnumerateArray()
            .Select(spot => $"{spot.GetProperty("words")} {spot.GetProperty("where")}"));

        var refused = await Head.Decide(request, "section-head", "approve").Refused(422, "findings-are-unanswered");
        Assert.Contains("正文中的手机号码（2 处）、正文中的固定电话（1 处）", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(refused.GetProperty("errors").TryGetProperty("disclosed", out _));
        var unknown = await Head.Decide(request, "section-head", "approve", disclosed: new object[] { Both[0],
            new { finding = "body/email", reason = "联系邮箱" } }).Refused(422, "finding-is-unknown");
        Assert.True(unknown.GetProperty("errors").TryGetProperty("disclosed.1", out _));
        await Head.Decide(request, "section-head", "return", "请遮盖", disclosed: Both).Refused(422, "disclosed-only-with-approval");

        var answered = await Head.Decide(request, "section-head", "approve", disclosed: Both).Json(200);
        var answer = Finding(answered, Mobile).GetProperty("answer");
        Assert.Equal(("bijie-head", "section-head", "值班手机，须对外公布"), (answer.GetProperty("by").GetString(),
            answer.GetProperty("step").GetString(), answer.GetProperty("reason").GetString()));
        var told = answered.GetProperty("history").EnumerateArray().Last().GetProperty("detail").GetProperty("disclosed")[1];
        Assert.Equal((Fixed, "正文中的固定电话", 1, "办公电话"), (told.GetProperty("finding").GetString(), told.GetProperty("name").GetString(),
            told.GetProperty("count").GetInt32(), told.GetProperty("reason").GetString()));
        Assert.Empty((await Deputy.Case(request)).GetProperty("decisions")[0].GetProperty("toAnswer").EnumerateArray());

        await Deputy.Decide(request, "deputy", "approve", disclosed: new[] { new { finding = Fixed, reason = "办公室电话，已公布" } }).Json(200);
        var name = answer.GetProperty("byName").GetString()!;
        var releases = (await service.Conclusion(request)).Releases!;
        Assert.Equal(new ReleaseAnswer(Mobile, 2, "值班手机，须对外公布", name), releases[0]);
        Assert.Equal((Fixed, 1, "办公室电话，已公布"), (releases[1].Finding, releases[1].Count, releases[1].Reason));
        Assert.NotEqual(name, releases[1].By);
    }

    [Fact]
    public async Task What_nobody_approves_releases_nothing()
    {
        var returned = await service.Open(ReviewService.Request(body: Phones, conditions: ["important"]));
        await Head.Decide(returned, "section-head", "approve", disclosed: Both).Json(200);
        await Deputy.Decide(returned, "deputy", "return", "请遮盖手机号码").Json(200);
        Assert.Null((await service.Conclusion(returned)).Releases);
        // The next round shows what was said, and asks again.
        var next = await service.Open(ReviewService.Request(body: Phones.Replace("13900139000", "", StringComparison.Ordinal),
            subject: returned.SubjectId));
        var shown = await Head.Case(next);
        Assert.Equal("办公电话", Finding(shown, Fixed).GetProperty("earlier").GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, Finding(shown, Mobile).GetProperty("earlier").ValueKind);
        await Head.Decide(next, "section-head", "approve").Refused(422, "findings-are-unanswered");
        var plain = await service.Open(ReviewService.Request());
        await Head.Decide(plain, "section-head", "approve").Json(200);
        await Deputy.Decide(plain, "deputy", "approve").Json(200);
        Assert.Null((await service.Conclusion(plain)).Releases);
    }

    [Fact]
    public async Task No_reason_opens_an_identity_card_number()
    {
        var request = await service.Open(ReviewService.Request(body: "申请人身份证号52050219900101001X，账号6222021234567890128。"));
        var shown = await Head.Case(request);
        Assert.Equal("blocking", Finding(shown, "body/identity-card").GetProperty("level").GetString());
        Assert.DoesNotContain("approve", shown.GetProperty("decisions")[0].GetProperty("outcomes").EnumerateArray()
            .Select(outcome => outcome.GetString()));
        await Head.Decide(request, "section-head", "approve", disclosed: new[] { new { finding = "body/identity-card", reason = "公示" } })
            .Refused(409, "finding-blocks");
    }

    [Fact]
    public async Task Bulk_approval_refuses_what_waits_for_an_answer_and_its_list_leaves_it_out()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var open = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer", body: Phones));
        var plain = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var deputy = service.As("gaotai", "deputy");
        var listed = (await deputy.GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks?bulk=true&limit=100", Cancellation))
            .GetProperty("items").EnumerateArray().Select(task => task.GetProperty("caseId").GetGuid()).ToList();
        Assert.Contains(plain.CaseId, listed);
        Assert.DoesNotContain(open.CaseId, listed);
        var all = (await deputy.GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks?limit=100", Cancellation))
            .GetProperty("items").EnumerateArray().Single(task => task.GetProperty("caseId").GetGuid() == open.CaseId);
        Assert.False(all.GetProperty("bulkApproval").GetBoolean());

        var cases = new[] { open, plain }
            .Select(request => new { caseId = request.CaseId, step = "leader-in-charge", digest = request.ContentDigest });
        var results = (await deputy.PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { cases, checklist }, Cancellation).Json(200))
            .GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([false, true], results.Select(result => result.GetProperty("approved").GetBoolean()));
        Assert.Equal("findings-are-unanswered", results[0].GetProperty("code").GetString());

        // Once somebody has answered, the next step may take it with others.
        await deputy.Decide(open, "leader-in-charge", "approve", disclosed: Both).Json(200);
        listed = [.. (await service.As("gaotai", "office").GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks?bulk=true&limit=100",
            Cancellation)).GetProperty("items").EnumerateArray().Select(task => task.GetProperty("caseId").GetGuid())];
        Assert.Contains(open.CaseId, listed);
    }

    private static JsonElement Finding(JsonElement review, string key) => review.GetProperty("findings").EnumerateArray()
        .Single(finding => finding.GetProperty("key").GetString() == key);
}
