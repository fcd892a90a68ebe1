using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>Secrecy marks, holding, and determining what is undetermined.</summary>
[Collection(nameof(OneService))]
public sealed class SecrecyTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Rule(129)]
    public async Task An_item_with_a_secrecy_mark_is_approved_by_nobody()
    {
        var request = await service.Open(ReviewService.Request(body: "机密★5年\n\n正文。联系电话13800138000。"));
        var head = service.As("bijie", "head", "art");
        var shown = await head.Case(request);
        var mark = shown.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "secrecy-mark");
        Assert.Equal(("blocking", 1), (mark.GetProperty("level").GetString(), mark.GetProperty("line").GetInt32()));
        var personal = shown.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "personal-data");
        Assert.DoesNotContain("13800138000", personal.ToString(), StringComparison.Ordinal);

        await head.Decide(request, "section-head", "approve").Refused(409, "finding-blocks");
        Assert.DoesNotContain("approve", shown.GetProperty("decisions")[0].GetProperty("outcomes").EnumerateArray()
            .Select(o => o.GetString()));
        await head.Decide(request, "section-head", "return", "请删去涉密内容").Json(200);
    }

    [Fact]
    [Rule(128)]
    public async Task Undetermined_secrecy_holds_the_item_until_the_leading_group_has_determined_it()
    {
        var request = await service.Open(ReviewService.Request());
        var head = service.As("bijie", "head", "art");
        var held = await head.Decide(request, "section-head", "hold", "无法判断是否涉密").Json(200);
        await service.As("bijie", "officer", "art")
            .PostAsJsonAsync($"/api/review/bijie/cases/{request.CaseId}/withdraw", new { }, Cancellation)
            .Refused(409, "held-case-is-not-withdrawn");
        Assert.Equal("held", held.GetProperty("state").GetString());
        await head.Decide(request, "section-head", "approve").Refused(409, "case-is-held");
        await service.As("bijie", "deputy").Decide(request, "deputy", "approve").Refused(409, "case-is-held");

        var board = await service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/supervision", Cancellation);
        Assert.Contains(board.GetProperty("held").EnumerateArray(), row => row.GetProperty("caseId").GetGuid() == request.CaseId);
        var group = service.As("bijie", "leading-group");
        var tasks = await group.GetFromJsonAsync<JsonElement>("/api/review/bijie/tasks?limit=100", Cancellation);
        Assert.Contains(tasks.GetProperty("items").EnumerateArray(), task => task.GetProperty("caseId").GetGuid() == request.CaseId);
        var resumed = await group.Decide(request, "determination-1", "approve").Json(200);

        Assert.Equal("open", resumed.GetProperty("state").GetString());
        await head.Decide(request, "section-head", "approve").Json(200);
        Assert.Equal("approved", (await service.As("bijie", "deputy").Decide(request, "deputy", "approve").Json(200)).GetProperty("state")
            .GetString());
    }

    [Fact]
    public async Task What_the_leading_group_cannot_determine_goes_to_the_secrecy_authority()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "hold", "无法判断").Json(200);
        await service.As("bijie", "leading-group").Decide(request, "determination-1", "escalate", "报市保密局确定").Json(200);
        var asked = (await service.As("bijie", "secrecy").Case(request)).GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("code").GetString() == "escalation-1");
        Assert.Equal("涉密认定（报保密行政管理部门）", asked.GetProperty("name").GetString());
        var secrecy = service.As("bijie", "secrecy");
        await secrecy.Decide(request, "escalation-1", "escalate", "再报").Refused(409, "nobody-is-above");
        await secrecy.Decide(request, "escalation-1", "reject", "市保密局认定为秘密").Refused(422, "answer-is-not-cited");
        var ended = await secrecy.Decide(request, "escalation-1", "reject", "市保密局认定为秘密（毕保函〔2026〕3号，2026年3月4日）").Json(200);
        Assert.Equal(("rejected", true), (ended.GetProperty("state").GetString(), ended.GetProperty("foundSecret").GetBoolean()));
        Assert.Equal(["opened", "held", "determination-escalated", "determined-secret"],
            ended.GetProperty("history").EnumerateArray().Select(act => act.GetProperty("act").GetString()));
        var conclusion = await service.Conclusion(request);
        Assert.Equal((ReviewOutcome.Rejected, true), (conclusion.Outcome, conclusion.FoundSecret));
        // And so it is named among what they did.
        foreach (var (who, words) in new[] { ("leading-group", "提请保密行政管理部门认定"), ("secrecy", "认定涉密") })
        {
            var done = await service.As("bijie", who).GetFromJsonAsync<JsonElement>("/api/review/bijie/work?list=done", Cancellation);
            Assert.Contains(done.GetProperty("items").EnumerateArray(), row => row.GetProperty("subjectId").GetGuid() == request.CaseId
                && row.GetProperty("step").GetString() == words);
        }
    }

    [Fact]
    [Rule(57)]
    public async Task A_reply_whose_secrecy_is_uncertain_goes_to_the_leading_group_of_Gaotai()
    {
        var request = await service.Open(ReviewService.Request("gaotai", "library", "application-reply", "gaotai-officer"));
        await service.As("gaotai", "head", "library").Decide(request, "unit-head", "hold", "申请的信息是否涉密拿不准").Json(200);
        var tasks = await service.As("gaotai", "leading-group")
            .GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks?limit=100", Cancellation);
        Assert.Contains(tasks.GetProperty("items").EnumerateArray(), task => task.GetProperty("caseId").GetGuid() == request.CaseId
            && task.GetProperty("step").GetString() == "determination-1");
        await service.As("gaotai", "office").Decide(request, "office", "approve").Refused(409, "case-is-held");
    }

    [Fact]
    [Rule(128)]
    public async Task What_is_handed_in_undetermined_is_held_first_and_its_owner_learns_that_it_was_cleared()
    {
        var request = await service.Open(ReviewService.Request(conditions: ["secrecy-undetermined"]));
        var head = service.As("bijie", "head", "art");
        await head.Decide(request, "section-head", "approve").Refused(409, "case-is-held");
        var cleared = await service.As("bijie", "leading-group").Decide(request, "determination-1", "approve").Json(200);
        var digest = ReviewedDigest.After(request.ContentDigest, [new ReviewerChange("secrecy", "cleared")]);
        Assert.Equal(("open", digest), (cleared.GetProperty("state").GetString(), cleared.GetProperty("contentDigest").GetString()));
        await head.Decide(request, "section-head", "approve", digest: digest).Json(200);
        await service.As("bijie", "deputy").Decide(request, "deputy", "approve", digest: digest).Json(200);

        var conclusion = await service.Conclusion(request);
        Assert.Equal((ReviewOutcome.Approved, digest), (conclusion.Outcome, conclusion.ContentDigest));
        Assert.Equal([new ReviewerChange("secrecy", "cleared")], conclusion.Changes!);

        var secret = await service.Open(ReviewService.Request(conditions: ["secrecy-undetermined"]));
        await service.As("bijie", "leading-group").Decide(secret, "determination-1", "reject", "属于国家秘密").Json(200);
        Assert.Equal(ReviewOutcome.Rejected, (await service.Conclusion(secret)).Outcome);
        // Handing the same subject in again as if nothing had been asked.
        var again = await service
            .Open(ReviewService.Request(subject: secret.SubjectId) with { OccurredAt = ReviewService.Start.AddMinutes(5) });
        Assert.Equal("held", (await head.Case(again)).GetProperty("state").GetString());
    }
}
