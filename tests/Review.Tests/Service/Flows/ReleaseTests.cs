using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>Approving in bulk and releasing past steps, each only where the pack allows it.</summary>
[Collection(nameof(OneService))]
public sealed class ReleaseTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_past_steps_exists_only_where_the_pack_allows_it_and_supervision_sees_why()
    {
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        await service.As("gaotai", "deputy").Decide(publication, "leader-in-charge", "bypass", "突发事件")
            .Refused(403, "bypass-is-not-allowed");
        var submission = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        await service.As("gaotai", "deputy").Decide(submission, "leader-in-charge", "bypass").Refused(422, "reason-is-missing");

        var released = await service.As("gaotai", "deputy").Decide(submission, "leader-in-charge", "bypass", "突发事件先行报送").Json(200);

        Assert.True(released.GetProperty("bypassed").GetBoolean());
        var board = await service.As("gaotai", "discipline").GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation);
        var row = board.GetProperty("bypassed").EnumerateArray().Single(r => r.GetProperty("caseId").GetGuid() == submission.CaseId);
        Assert.Equal(("gaotai-deputy", "突发事件先行报送"), (row.GetProperty("actor").GetString(), row.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Several_submissions_are_approved_in_one_act_and_other_flows_are_not()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var requests = new List<RequestReview>();
        for (var i = 0; i < 3; i++) requests
            .Add(await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer")));
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        var cases = requests.Append(publication)
            .Select(request => new { caseId = request.CaseId, step = "leader-in-charge", digest = request.ContentDigest });

        var answer = await service.As("gaotai", "deputy")
            .PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { cases, checklist }, Cancellation).Json(200);

        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([true, true, true, false], results.Select(result => result.GetProperty("approved").GetBoolean()));
        Assert.Equal("not-in-bulk", results[3].GetProperty("code").GetString());
        await service.As("gaotai", "deputy")
            .PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { cases = Array.Empty<object>() }, Cancellation)
            .Refused(422, "bulk-count-is-wrong");
        await service.As("gaotai", "deputy").PostAsJsonAsync("/api/review/gaotai/bulk-approvals", new { }, Cancellation).Json(400);
    }

    [Fact]
    public async Task A_refused_case_of_a_bulk_approval_is_refused_again_when_the_request_is_repeated()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var publication = await service.Open(ReviewService.Request("gaotai", "library", author: "gaotai-officer"));
        var submission = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var cases = new[] { publication, submission }
            .Select(request => new { caseId = request.CaseId, step = "leader-in-charge", digest = request.ContentDigest }).ToArray();
        for (var round = 0; round < 2; round++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/review/gaotai/bulk-approvals")
            {
                Content = JsonContent
                .Create(new { cases, checklist })
            };
            message.Headers.Add("Idempotency-Key", "bulk-once");
            var results = (await service.As("gaotai", "deputy").SendAsync(message, Cancellation).Json(200)).GetProperty("results")
                .EnumerateArray();
            Assert.Equal([false, true], results.Select(result => result.GetProperty("approved").GetBoolean()));
        }
    }

    [Fact]
    public async Task A_bulk_approval_takes_every_key_that_other_commands_take_and_no_other()
    {
        var checklist = ReviewService.Packs["gaotai"].Flow("submission")!.Checklist.Select(question => question.Code).ToArray();
        var request = await service.Open(ReviewService.Request("gaotai", "library", "submission", "gaotai-officer"));
        var cases = new[] { new { caseId = request.CaseId, step = "leader-in-charge", digest = request.ContentDigest } };

        await Send(new string('k', 101), checklist).Refused(422, "idempotency-key-is-invalid");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var answer = await Send(new string('k', 100), checklist).Json(200);
            Assert.True(answer.GetProperty("results")[0].GetProperty("approved").GetBoolean());
        }

        // Whoever confirms something else asks for something else.
        var other = (await Send(new string('k', 100), checklist[..^1]).Json(200)).GetProperty("results")[0];
        Assert.False(other.GetProperty("approved").GetBoolean());
        Assert.Equal("idempotency-key-reused", other.GetProperty("code").GetString());

        Task<HttpResponseMessage> Send(string key, string[] confirmed)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "/api/review/gaotai/bulk-approvals")
            {
                Content = JsonContent.Create(new { cases, checklist = confirmed }),
            };
            message.Headers.Add("Idempotency-Key", key);
            return service.As("gaotai", "deputy").SendAsync(message, Cancellation);
        }
    }
}
