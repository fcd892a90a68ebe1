using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Review.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Requests;

/// <summary>What review does not take it answers: the asker learns why, and the case in the way goes on untouched.</summary>
[Collection(nameof(OneService))]
public sealed class RequestTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_case_of_a_subject_under_review_is_refused_and_the_first_goes_on()
    {
        var first = await service.Open(ReviewService.Request());
        var second = ReviewService.Request(subject: first.SubjectId) with { OccurredAt = ReviewService.Start.AddMinutes(5) };
        await service.Publish(second);

        var refused = await service.Refusal(second);
        Assert.Equal((ReviewRefusalReason.SubjectIsUnderReview, second.CaseId, first.CaseId, "catalogue.item"),
            (refused.Reason, refused.CaseId, refused.RunningCaseId, refused.SubjectKind));
        Assert.False(await Exists(second));
        // Reviewers of the running case see that somebody asked, for which content.
        var head = service.As("bijie", "head", "art");
        var act = (await head.Case(first)).GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("request-refused", second.ContentDigest),
            (act.GetProperty("act").GetString(), act.GetProperty("digest").GetString()));
        Assert.Equal(second.CaseId, act.GetProperty("detail").GetProperty("caseId").GetGuid());

        await head.Decide(first, "section-head", "return", "请补充").Json(200);
        await service.Open(second with { MessageId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task A_held_case_is_under_review_too_and_a_clock_that_runs_behind_hides_no_running_case()
    {
        var ended = await service.Open(ReviewService.Request() with { OccurredAt = ReviewService.Start.AddHours(3) });
        await service.As("bijie", "head", "art").Decide(ended, "section-head", "return", "请补充").Json(200);
        var held = await service.Open(ReviewService.Request(subject: ended.SubjectId, conditions: ["secrecy-undetermined"]));
        var third = ReviewService.Request(subject: ended.SubjectId);
        await service.Publish(third);
        Assert.Equal(held.CaseId, (await service.Refusal(third)).RunningCaseId);
    }

    [Fact]
    public async Task A_case_id_stands_for_one_content_of_one_subject()
    {
        var first = await service.Open(ReviewService.Request(flow: "attribute"));
        foreach (var other in new[] { first with { ContentDigest = Digest(1) },
            first with { SubjectId = Guid.CreateVersion7(), ContentDigest = Digest(2) } })
        {
            await service.Publish(other with { MessageId = Guid.CreateVersion7() });
            var refused = await service.Refusal(other);
            Assert.Equal((ReviewRefusalReason.CaseIdIsTaken, first.CaseId, other.SubjectId),
                (refused.Reason, refused.RunningCaseId, refused.SubjectId));
        }

        Assert.Equal(first.ContentDigest, (await service.As("bijie", "head", "art").Case(first)).GetProperty("contentDigest").GetString());
    }

    [Fact]
    public async Task A_request_repeated_after_reviewers_corrected_the_content_is_still_the_same_request()
    {
        var request = await service.Open(ReviewService.Request(flow: "attribute"));
        await service.As("bijie", "head", "art").Decide(request, "pre-review", "approve").Json(200);
        var ground = ReviewService.Packs["bijie"].Grounds
            .First(g => g.Attribute == Disclosure.Kernel.DisclosureAttribute.OnRequest).Code;
        await service.As("bijie", "office").Decide(request, "office-review", "approve",
            changes: new[] { new { field = "attribute", value = "on-request" }, new { field = "ground", value = ground } }).Json(200);
        await service.Publish(request with { MessageId = Guid.CreateVersion7() });
        // A later request that is refused shows that the repeated one was worked off before it.
        var marker = request with { MessageId = Guid.CreateVersion7(), ContentDigest = Digest(3) };
        await service.Publish(marker);
        await service.Refusal(marker);
        Assert.DoesNotContain(service.Refusals, refusal => refusal.ContentDigest == request.ContentDigest);
    }

    [Fact]
    public async Task An_id_of_another_authoritys_case_is_refused_without_a_word_about_that_case()
    {
        var theirs = await service.Open(ReviewService.Request());
        var ours = ReviewService.Request("taishan", "service", author: "taishan-officer") with { CaseId = theirs.CaseId };
        await service.Publish(ours);

        var refused = await service.Refusal(ours);
        Assert.Equal((ReviewRefusalReason.CaseIdIsTaken, null), (refused.Reason, refused.RunningCaseId));
        Assert.Equal(1, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == theirs.CaseId)));
        var entry = await service
            .InDatabase(db => db.AuditEntries
            .SingleAsync(e => e.Authority == "taishan" && e.Act == "request-refused" && e.Digest == ours.ContentDigest));
        Assert.Null(entry.CaseId);
        Assert.False(JsonDocument.Parse(entry.Detail!).RootElement.TryGetProperty("runningCaseId", out _));
    }

    private Task<bool> Exists(RequestReview request)
    {
        var id = new CaseId(request.CaseId);
        return service.InDatabase(db => db.Cases.AnyAsync(c => c.Id == id, Cancellation));
    }

    /// <summary>A digest that no other request of the run has.</summary>
    private static string Digest(byte n)
        => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([n, .. Guid.CreateVersion7().ToByteArray()]));
}
