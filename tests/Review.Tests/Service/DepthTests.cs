using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service;

/// <summary>Three proofs, holding, passing on, correcting the attribute, releasing past steps, approving in bulk.</summary>
[Collection(nameof(OneService))]
public sealed class DepthTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Rule(66)]
    [Rule(67)]
    [Rule(68)]
    [Rule(84)]
    public async Task A_major_item_of_Xinyuan_passes_three_reviews_three_proofs_and_the_director_each_by_another_person()
    {
        var request = await service.Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer", conditions: ["major"]));
        // The leader in charge signs after the office of the leading group has reviewed, and the main leader after both.
        await service.As("xinyuan", "deputy", "office").Decide(request, "deputy", "approve").Refused(409, "step-is-waiting");
        await service.As("xinyuan", "director").Decide(request, "director", "approve").Refused(409, "step-is-waiting");
        foreach (var (step, role, unit) in new[]
        {
            ("unit-check", "head", "culture"), ("first-proof", "office", "office"), ("first-review", "leading-group", "leading-group-office"),
            ("second-proof", "policy", "office"), ("deputy", "deputy", "office"), ("third-proof", "secrecy", "office"),
        })
        {
            Assert.Equal("open", (await service.As("xinyuan", role, unit).Decide(request, step, "approve").Json(200)).GetProperty("state").GetString());
        }

        var concluded = await service.As("xinyuan", "director").Decide(request, "director", "approve").Json(200);
        Assert.Equal("approved", concluded.GetProperty("state").GetString());
        Assert.Equal(7, concluded.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("decidedBy").GetString()).Distinct().Count());
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
        await proof.Decide(first, "first-proof", "return", "用词不规范", corrections: new[] { new { original = "三月六号", corrected = "3月6日" } }).Refused(422, "correction-is-not-in-text");
        await service.As("xinyuan", "head", "culture").Decide(first, "unit-check", "return", "用词", corrections: new[] { new { original = "三月五号", corrected = "3月5日" } })
            .Refused(422, "corrections-only-with-return");
        await proof.Decide(first, "first-proof", "return", "用词不规范", corrections: new[] { new { original = "三月五号", corrected = "3月5日" } }).Json(200);

        Assert.Equal("用词不规范\n1. “三月五号”应为“3月5日”", (await service.Conclusion(first)).Reason);
        var marked = (await Difference(proof, first)).GetProperty("corrected");
        Assert.Equal("活动于3月5日举行，欢迎参加。", Text(marked, "added"));

        var second = await service.Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer", body: "活动于3月5日举行，欢迎参加。", subject: first.SubjectId));
        var difference = await Difference(proof, second);
        Assert.Equal(first.CaseId, difference.GetProperty("previousCaseId").GetGuid());
        Assert.Equal("活动于三月五号举行，欢迎参加。", Text(difference.GetProperty("body"), "removed"));
        Assert.Equal("活动于3月5日举行，欢迎参加。", Text(difference.GetProperty("body"), "added"));
    }

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
        Assert.DoesNotContain("approve", shown.GetProperty("actions")[0].GetProperty("outcomes").EnumerateArray().Select(o => o.GetString()));
        await head.Decide(request, "section-head", "return", "请删去涉密内容").Json(200);
    }

    [Fact]
    [Rule(128)]
    public async Task Undetermined_secrecy_holds_the_item_until_the_leading_group_has_determined_it()
    {
        var request = await service.Open(ReviewService.Request());
        var head = service.As("bijie", "head", "art");
        var held = await head.Decide(request, "section-head", "hold", "无法判断是否涉密").Json(200);
        await service.As("bijie", "officer", "art").PostAsJsonAsync($"/api/review/bijie/cases/{request.CaseId}/withdraw", new { }, Cancellation)
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
        Assert.Equal("approved", (await service.As("bijie", "deputy").Decide(request, "deputy", "approve").Json(200)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_the_leading_group_cannot_determine_goes_to_the_secrecy_authority()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "hold", "无法判断").Json(200);
        await service.As("bijie", "leading-group").Decide(request, "determination-1", "escalate", "报市保密局确定").Json(200);
        var secrecy = service.As("bijie", "secrecy");
        await secrecy.Decide(request, "escalation-1", "escalate", "再报").Refused(409, "nobody-is-above");
        await secrecy.Decide(request, "escalation-1", "reject", "市保密局认定为秘密").Refused(422, "answer-is-not-cited");
        Assert.Equal("rejected", (await secrecy.Decide(request, "escalation-1", "reject", "市保密局认定为秘密（毕保函〔2026〕3号，2026年3月4日）").Json(200)).GetProperty("state").GetString());
        Assert.Equal(ReviewOutcome.Rejected, (await service.Conclusion(request)).Outcome);
    }

    [Fact]
    public async Task A_matter_passed_on_needs_the_higher_leader_as_well()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        await service.As("bijie", "deputy").Decide(request, "deputy", "escalate", "内容敏感").Json(200);
        Assert.Equal("approved", (await service.As("bijie", "director").Decide(request, "escalation-1", "approve").Json(200)).GetProperty("state").GetString());
    }

    [Fact]
    [Rule(207)]
    [Rule(211)]
    [Rule(212)]
    [Rule(213)]
    public async Task The_attribute_is_marked_reviewed_again_and_fixed_at_signing_and_the_digest_follows()
    {
        var request = await service.Open(ReviewService.Request(flow: "attribute"));
        var ground = ReviewService.Packs["bijie"].Grounds.First(g => g.Attribute == Disclosure.Rules.Packs.DisclosureAttribute.OnRequest).Code;
        await service.As("bijie", "head", "art").Decide(request, "pre-review", "approve").Json(200);
        var office = service.As("bijie", "office");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "category", value = "plans" } }).Refused(403, "field-is-not-changeable");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "attribute", value = "on-request" } }).Refused(422, "ground-does-not-support");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "attribute", value = "secret" } }).Refused(422, "value-is-unknown");
        await office.Decide(request, "office-review", "return", "改", changes: new[] { new { field = "scope", value = "internal" } }).Refused(422, "changes-only-with-approval");

        var changed = await office.Decide(request, "office-review", "approve",
            changes: new[] { new { field = "attribute", value = "on-request" }, new { field = "ground", value = ground } }).Json(200);
        var digest = changed.GetProperty("contentDigest").GetString()!;
        await service.As("bijie", "deputy").Decide(request, "fix-at-signing", "approve").Refused(409, "digest-is-stale");
        await service.As("bijie", "deputy").Decide(request, "fix-at-signing", "approve", digest: digest).Json(200);

        var conclusion = await service.Conclusion(request);
        Assert.Equal(digest, conclusion.ContentDigest);
        Assert.Equal([new ReviewerChange("attribute", "on-request"), new ReviewerChange("ground", ground)], conclusion.Changes!);
        Assert.Equal(digest, ReviewedDigest.After(request.ContentDigest, [.. conclusion.Changes!.Select(c => new ReviewedChange(c.Field, c.Value))]));
    }

    [Fact]
    public async Task A_release_past_steps_exists_only_where_the_pack_allows_it_and_supervision_sees_why()
    {
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        await service.As("gaotai", "deputy").Decide(publication, "unit-leader", "bypass", "突发事件").Refused(403, "bypass-is-not-allowed");
        var submission = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        await service.As("gaotai", "deputy").Decide(submission, "unit-leader", "bypass").Refused(422, "reason-is-missing");

        var released = await service.As("gaotai", "deputy").Decide(submission, "unit-leader", "bypass", "突发事件先行报送").Json(200);

        Assert.True(released.GetProperty("bypassed").GetBoolean());
        var board = await service.As("gaotai", "discipline").GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation);
        var row = board.GetProperty("bypassed").EnumerateArray().Single(r => r.GetProperty("caseId").GetGuid() == submission.CaseId);
        Assert.Equal(("gaotai-deputy", "突发事件先行报送"), (row.GetProperty("actor").GetString(), row.GetProperty("reason").GetString()));
    }

    [Fact]
    [Rule(57)]
    public async Task A_reply_whose_secrecy_is_uncertain_goes_to_the_leading_group_of_Gaotai()
    {
        var request = await service.Open(ReviewService.Request("gaotai", "library", "application-reply", "gaotai-officer"));
        await service.As("gaotai", "head", "library").Decide(request, "unit-head", "hold", "申请的信息是否涉密拿不准").Json(200);
        var tasks = await service.As("gaotai", "leading-group").GetFromJsonAsync<JsonElement>("/api/review/gaotai/tasks?limit=100", Cancellation);
        Assert.Contains(tasks.GetProperty("items").EnumerateArray(), task => task.GetProperty("caseId").GetGuid() == request.CaseId && task.GetProperty("step").GetString() == "determination-1");
        await service.As("gaotai", "office").Decide(request, "office", "approve").Refused(409, "case-is-held");
    }

    [Theory]
    [InlineData("true-content", "内容真实")]
    [InlineData("guang", "广")]
    [Rule(15)]
    [Rule(23)]
    public async Task A_submission_of_Gaotai_passes_its_unit_only_with_every_criterion_confirmed(string missing, string name)
    {
        var request = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var confirmed = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).Where(code => code != missing);
        var problem = await service.As("gaotai", "head", "library").Decide(request, "unit-leader", "approve", checklist: confirmed).Refused(422, "checklist-is-incomplete");
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open-or-not", "是否公开")]
    [InlineData("scope-and-manner", "公开范围和方式")]
    [InlineData("secrecy-level-and-term", "密级和期限")]
    [Rule(184)]
    public async Task A_document_of_Bijie_is_passed_only_with_openness_scope_manner_and_secrecy_decided_together(string undecided, string name)
    {
        var request = await service.Open(ReviewService.Request(flow: "attribute"));
        var questions = ReviewService.Packs["bijie"].Flow("attribute")!.Checklist.Select(question => question.Code).ToArray();
        await service.As("bijie", "head", "art").Decide(request, "pre-review", "approve").Json(200);
        var office = service.As("bijie", "office");
        var problem = await office.Decide(request, "office-review", "approve", checklist: questions.Where(code => code != undecided)).Refused(422, "checklist-is-incomplete");
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("open", (await office.Decide(request, "office-review", "approve", checklist: questions).Json(200)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("内容全面")]
    [InlineData("内容真实")]
    [InlineData("公开及时")]
    [InlineData("方式便捷")]
    [Rule(39)]
    public async Task An_item_of_Gaotai_is_released_only_as_full_true_timely_and_convenient(string question)
    {
        var request = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        var confirmed = ReviewService.Packs["gaotai"].Flow("publication")!.Checklist.Where(known => known.Name != question).Select(known => known.Code);
        var problem = await service.As("gaotai", "head", "library").Decide(request, "unit-leader", "approve", checklist: confirmed).Refused(422, "checklist-is-incomplete");
        Assert.Contains(question, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_submissions_are_approved_in_one_act_and_other_flows_are_not()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var requests = new List<RequestReview>();
        for (var i = 0; i < 3; i++) requests.Add(await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer")));
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        var cases = requests.Append(publication).Select(request => new { caseId = request.CaseId, step = "unit-leader", digest = request.ContentDigest });

        var answer = await service.As("gaotai", "head", "library").PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { cases, checklist }, Cancellation).Json(200);

        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([true, true, true, false], results.Select(result => result.GetProperty("approved").GetBoolean()));
        Assert.Equal("not-in-bulk", results[3].GetProperty("code").GetString());
        await service.As("gaotai", "head", "library").PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { cases = Array.Empty<object>() }, Cancellation)
            .Refused(422, "bulk-count-is-wrong");
        await service.As("gaotai", "head", "library").PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { }, Cancellation).Json(400);
    }

    [Fact]
    public async Task A_refused_case_of_a_bulk_approval_is_refused_again_when_the_request_is_repeated()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        var submission = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var cases = new[] { publication, submission }.Select(request => new { caseId = request.CaseId, step = "unit-leader", digest = request.ContentDigest }).ToArray();
        for (var round = 0; round < 2; round++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/review/gaotai/bulk-approvals") { Content = JsonContent.Create(new { cases, checklist }) };
            message.Headers.Add("Idempotency-Key", "bulk-once");
            var results = (await service.As("gaotai", "head", "library").SendAsync(message, Cancellation).Json(200)).GetProperty("results").EnumerateArray();
            Assert.Equal([false, true], results.Select(result => result.GetProperty("approved").GetBoolean()));
        }
    }

    [Fact]
    [Rule(128)]
    public async Task What_is_handed_in_undetermined_is_held_first_and_its_owner_learns_that_it_was_cleared()
    {
        var request = await service.Open(ReviewService.Request(conditions: ["secrecy-undetermined"]));
        var head = service.As("bijie", "head", "art");
        await head.Decide(request, "section-head", "approve").Refused(409, "case-is-held");
        var cleared = await service.As("bijie", "leading-group").Decide(request, "determination-1", "approve").Json(200);
        var digest = ReviewedDigest.After(request.ContentDigest, [new ReviewedChange("secrecy", "cleared")]);
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
        var again = await service.Open(ReviewService.Request(subject: secret.SubjectId) with { OccurredAt = ReviewService.Start.AddMinutes(5) });
        Assert.Equal("held", (await head.Case(again)).GetProperty("state").GetString());
    }

    private static Task<JsonElement> Difference(HttpClient client, RequestReview request)
        => client.GetFromJsonAsync<JsonElement>($"/api/review/{request.Authority}/cases/{request.CaseId}/difference", Cancellation);

    /// <summary>The text with all pieces of the other kind left out.</summary>
    private static string Text(JsonElement pieces, string kind)
        => string.Concat(pieces.EnumerateArray().Where(piece => piece.GetProperty("kind").GetString() is { } k && (k == kind || k == "same")).Select(piece => piece.GetProperty("text").GetString()));
}
