using Disclosure.Kernel;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>What reviewers confirm, correct and pass on in the flows of single bureaus.</summary>
[Collection(nameof(OneService))]
public sealed class CriteriaTests(ReviewService service)
{
    [Fact]
    public async Task A_matter_passed_on_needs_the_higher_leader_as_well()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        await service.As("bijie", "deputy").Decide(request, "deputy", "escalate", "内容敏感").Json(200);
        Assert.Equal("approved", (await service.As("bijie", "director").Decide(request, "escalation-1", "approve").Json(200))
            .GetProperty("state").GetString());
    }

    [Fact]
    [Rule(207)]
    [Rule(211)]
    [Rule(212)]
    [Rule(213)]
    public async Task The_attribute_is_marked_reviewed_again_and_fixed_at_signing_and_the_digest_follows()
    {
        var request = await service.Open(ReviewService.Request(flow: "attribute"));
        var ground = ReviewService.Packs["bijie"].Grounds
            .First(g => g.Attribute == Disclosure.Kernel.DisclosureAttribute.OnRequest).Code;
        await service.As("bijie", "head", "art").Decide(request, "pre-review", "approve").Json(200);
        var office = service.As("bijie", "office");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "category", value = "plans" } })
            .Refused(403, "field-is-not-changeable");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "attribute", value = "on-request" } })
            .Refused(422, "ground-does-not-support");
        await office.Decide(request, "office-review", "approve", changes: new[] { new { field = "attribute", value = "secret" } })
            .Refused(422, "value-is-unknown");
        await office.Decide(request, "office-review", "return", "改", changes: new[] { new { field = "scope", value = "internal" } })
            .Refused(422, "changes-only-with-approval");

        var changed = await office.Decide(request, "office-review", "approve", "一般工作通知",
            changes: new[] { new { field = "attribute", value = "on-request" }, new { field = "ground", value = ground } }).Json(200);
        var digest = changed.GetProperty("contentDigest").GetString()!;
        await service.As("bijie", "deputy").Decide(request, "fix-at-signing", "approve").Refused(409, "digest-is-stale");
        await service.As("bijie", "deputy").Decide(request, "fix-at-signing", "approve", digest: digest).Json(200);

        var conclusion = await service.Conclusion(request);
        Assert.Equal(digest, conclusion.ContentDigest);
        Assert.Equal([new ReviewerChange("attribute", "on-request"), new ReviewerChange("ground", ground)], conclusion.Changes!);
        // The owner tells the author who did it, where and why; the one who decided last is another.
        Assert.Equal(["attribute", "ground"], conclusion.Corrections!.Select(one => one.Field));
        Assert.All(conclusion.Corrections!, one => Assert.Equal((true, "一般工作通知"), (one.By.Length > 0, one.Reason)));
        Assert.Equal(ReviewService.Packs["bijie"].Flow("attribute")!.Steps.Single(step => step.Code == "office-review").Name,
            Assert.Single(conclusion.Corrections!.Select(one => one.Step).Distinct()));
        Assert.Equal(digest, ReviewedDigest
            .After(request.ContentDigest, [.. conclusion.Changes!.Select(c => new ReviewerChange(c.Field, c.Value))]));
    }

    [Theory]
    [InlineData("true-content", "内容真实")]
    [InlineData("guang", "广")]
    [Rule(15)]
    [Rule(23)]
    public async Task A_submission_of_Gaotai_passes_the_leader_in_charge_only_with_every_criterion_confirmed(string missing, string name)
    {
        var request = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var confirmed = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code)
            .Where(code => code != missing);
        var problem = await service.As("gaotai", "deputy").Decide(request, "leader-in-charge", "approve", checklist: confirmed)
            .Refused(422, "checklist-is-incomplete");
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open-or-not", "是否公开")]
    [InlineData("scope-and-manner", "公开范围和方式")]
    [InlineData("secrecy-level-and-term", "密级和期限")]
    [Rule(184)]
    public async Task A_document_of_Bijie_is_passed_only_with_openness_scope_manner_and_secrecy_decided_together(string undecided,
        string name)
    {
        var request = await service.Open(ReviewService.Request(flow: "attribute"));
        var questions = ReviewService.Packs["bijie"].Flow("attribute")!.Checklist.Select(question => question.Code).ToArray();
        await service.As("bijie", "head", "art").Decide(request, "pre-review", "approve").Json(200);
        var office = service.As("bijie", "office");
        var problem = await office.Decide(request, "office-review", "approve", checklist: questions.Where(code => code != undecided))
            .Refused(422, "checklist-is-incomplete");
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("open", (await office.Decide(request, "office-review", "approve", checklist: questions).Json(200)).GetProperty("state")
            .GetString());
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
        var confirmed = ReviewService.Packs["gaotai"].Flow("publication")!.Checklist.Where(known => known.Name != question)
            .Select(known => known.Code);
        var problem = await service.As("gaotai", "deputy").Decide(request, "leader-in-charge", "approve", checklist: confirmed)
            .Refused(422, "checklist-is-incomplete");
        Assert.Contains(question, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
