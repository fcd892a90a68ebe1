using System.Net.Http.Json;
using System.Text;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Access;

/// <summary>Whatever is refused is refused with its sentence, and changes nothing.</summary>
[Collection(nameof(OneService))]
public sealed class RefusalTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_never_approves_the_own_draft()
    {
        var request = await service.Open(ReviewService.Request(author: "bijie-head"));
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Refused(409, "own-draft");
        var officers = await service.Open(ReviewService.Request());
        await service.As("bijie", "officer", "art").Decide(officers, "section-head", "approve").Refused(409, "own-draft");
        await Unchanged(request);
    }

    [Fact]
    public async Task A_wrong_role_unit_authority_or_no_token_is_refused()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "policy", "policy").Decide(request, "section-head", "approve").Refused(403, "role-is-not-of-this-step");
        await service.As("bijie", "head", "market", "another-head").Decide(request, "section-head", "approve")
            .Refused(403, "unit-is-not-of-this-case");
        await service.As("taishan", "head", "art").Decide(request, "section-head", "approve").Refused(403, "not-of-this-authority");
        using var anonymous = await service.Anonymous().Decide(request, "section-head", "approve");
        Assert.Equal(401, (int)anonymous.StatusCode);
        await service.As("taishan", "head", "art")
            .Decide(request with { Authority = "taishan" }, "section-head", "approve", checklist: Array.Empty<string>())
            .Refused(404, "case-is-unknown");
        await Unchanged(request);
    }

    [Theory]
    [InlineData("system-admin")]
    [InlineData("security-admin")]
    [InlineData("audit-admin")]
    public async Task Administrators_decide_nothing_read_no_content_and_only_the_auditor_reads_acts(string role)
    {
        var request = await service.Open(ReviewService.Request(unit: "office"));
        var administrator = service.As("bijie", role);
        await administrator.Decide(request, "section-head", "approve").Refused(403, "kept-apart");
        using var read = await administrator.GetAsync($"/api/review/bijie/cases/{request.CaseId}", Cancellation);
        Assert.Equal(403, (int)read.StatusCode);
        using var difference = await administrator.GetAsync($"/api/review/bijie/cases/{request.CaseId}/difference", Cancellation);
        Assert.Equal(403, (int)difference.StatusCode);
        using var verify = await administrator.GetAsync("/api/review/bijie/audit/verify", Cancellation);
        Assert.Equal(role == "audit-admin" ? 200 : 403, (int)verify.StatusCode);
    }

    [Fact]
    public async Task A_step_that_waits_is_unknown_stale_or_decided_is_refused()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "deputy").Decide(request, "deputy", "approve").Refused(409, "step-is-waiting");
        await service.As("bijie", "head", "art").Decide(request, "nothing", "approve").Refused(404, "step-is-unknown");
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve", digest: new string('0', 64))
            .Refused(409, "digest-is-stale");
        await service.As("bijie", "head", "art").Decide(request, "section-head", "applaud").Refused(400, "request-is-invalid");
        await service.As("bijie", "head", "art").Decide(request, "section-head", "bypass", "急").Refused(403, "bypass-is-not-allowed");
        await Unchanged(request);
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        var late = await service.As("bijie", "head", "art", "second-head").Decide(request, "section-head", "approve")
            .Refused(409, "step-is-decided");
        Assert.Contains("bijie-head", late.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("reject")]
    [InlineData("hold")]
    [InlineData("escalate")]
    public async Task Whoever_does_not_approve_says_why(string outcome)
    {
        var request = await service.Open(ReviewService.Request());
        var head = service.As("bijie", "head", "art");
        await head.Decide(request, "section-head", outcome, " ").Refused(422, "reason-is-missing");
        await head.Decide(request, "section-head", outcome, new string('长', 2001)).Refused(422, "reason-is-too-long");
        await head.Decide(request, "section-head", outcome, "不可见\u0001字符").Refused(422, "reason-is-unreadable");
        await head.Decide(request, "section-head", outcome, "不可见\0字符").Refused(400, "request-is-invalid");
        await Unchanged(request);
    }

    [Fact]
    [Rule(186)]
    [Rule(187)]
    public async Task Approval_demands_every_question_of_the_checklist()
    {
        var request = await service.Open(ReviewService.Request());
        var problem = await service.As("bijie", "head", "art")
            .Decide(request, "section-head", "approve", checklist: new[] { "scope", "form", "time-limit" })
            .Refused(422, "checklist-is-incomplete");
        Assert.DoesNotContain("公开范围", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var all = await service.As("bijie", "head", "art").Decide(request, "section-head", "approve", checklist: Array.Empty<string>())
            .Refused(422, "checklist-is-incomplete");
        foreach (var question in new[] { "公开范围", "公开形式", "公开时限", "公开程序", "准确性", "权威性", "完整性", "时效性" })
            Assert.Contains(question, all.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await Unchanged(request);
    }

    [Fact]
    public async Task Only_the_author_withdraws()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art")
            .PostAsJsonAsync($"/api/review/bijie/cases/{request.CaseId}/withdraw", new { }, Cancellation)
            .Refused(403, "only-the-author-withdraws");
        await Unchanged(request);
    }

    [Fact]
    public async Task A_case_is_read_by_who_submits_reviews_or_supervises()
    {
        var request = await service.Open(ReviewService.Request());
        foreach (var (role, unit, status) in new[] { ("officer", "art", 200), ("head", "art", 200), ("deputy", "office", 200),
            ("discipline", "office", 200), ("officer", "market", 403), ("promotion", "office", 403) })
        {
            using var read = await service.As("bijie", role, unit, $"reader-{role}-{unit}")
                .GetAsync($"/api/review/bijie/cases/{request.CaseId}", Cancellation);
            Assert.Equal((role, status), (role, (int)read.StatusCode));
        }
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"step\":1}", 400)]
    [InlineData("{\"step\":\"section-head\",\"outcome\":\"approve\",\"digest\":\"x\",\"unknown\":1}", 400)]
    [InlineData("", 400)]
    public async Task A_body_that_cannot_be_read_is_the_callers_mistake(string body, int status)
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art")
            .PostAsync($"/api/review/bijie/cases/{request.CaseId}/decisions", new StringContent(body, Encoding.UTF8, "application/json"),
            Cancellation)
            .Json(status);
        await Unchanged(request);
    }

    [Theory]
    [InlineData("tasks?limit=0", 422)]
    [InlineData("tasks?limit=101", 422)]
    [InlineData("tasks?after=nonsense", 422)]
    [InlineData("tasks?after=20260101_00000000000000000000000000000000_%00", 400)]
    [InlineData("tasks?limit=many", 400)]
    public async Task A_list_is_bounded(string path, int status)
        => await service.As("bijie", "head", "art").GetAsync($"/api/review/bijie/{path}", Cancellation).Json(status);

    [Fact]
    public async Task Two_people_deciding_one_step_at_once_both_learn_who_decided()
    {
        for (var round = 0; round < 10; round++)
        {
            var request = await service.Open(ReviewService.Request());
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async n =>
            {
                using var response = await service.As("bijie", "head", "art", $"head-{n}")
                    .Decide(request, "section-head", n % 2 == 0 ? "approve" : "return", "理由");
                return (Status: (int)response.StatusCode, Body: await response.Content.ReadAsStringAsync(Cancellation));
            }));

            Assert.Single(answers, answer => answer.Status == 204);
            Assert.All(answers.Where(answer => answer.Status != 204), answer =>
            {
                Assert.Equal(409, answer.Status);
                Assert.Contains("head-", answer.Body, StringComparison.Ordinal);
            });
            Assert.Equal(2, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == request.CaseId)));
        }
    }

    [Fact]
    public async Task Two_people_deciding_parallel_steps_at_once_both_succeed()
    {
        var request = await service.Open(ReviewService.Request("taishan", "service", author: "taishan-officer"));
        await service.As("taishan", "head", "service").Decide(request, "section-head", "approve").Json(200);
        await Task.WhenAll(service.As("taishan", "secrecy").Decide(request, "secrecy", "approve").Json(200),
            service.As("taishan", "office").Decide(request, "office", "approve").Json(200));
        Assert.Equal("approved", (await service.As("taishan", "office").Case(request)).GetProperty("state").GetString());
    }

    private async Task Unchanged(RequestReview request)
        => Assert.Equal(1, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == request.CaseId)));
}
