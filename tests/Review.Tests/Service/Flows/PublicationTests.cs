using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>The publication flow of 毕节, from the request to the conclusion, over the broker and HTTP.</summary>
[Collection(nameof(OneService))]
public sealed class PublicationTests(ReviewService service)
{
    private HttpClient Head => service.As("bijie", "head", "art");

    private HttpClient Deputy => service.As("bijie", "deputy");

    [Fact]
    [Rule(188)]
    public async Task An_item_goes_from_the_section_head_to_the_deputy_leader_and_is_concluded_with_its_digest()
    {
        var request = await service.Open(ReviewService.Request());

        var afterHead = await Head.Decide(request, "section-head", "approve").Json(200);
        Assert.Equal("open", afterHead.GetProperty("state").GetString());
        Assert.Equal("deputy", afterHead.GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("state").GetString() == "open").GetProperty("code").GetString());
        var afterDeputy = await Deputy.Decide(request, "deputy", "approve").Json(200);

        Assert.Equal("approved", afterDeputy.GetProperty("state").GetString());
        var conclusion = await Conclusion(request);
        Assert.Equal(ReviewOutcome.Approved, conclusion.Outcome);
        Assert.Equal(request.ContentDigest, conclusion.ContentDigest);
        Assert.Equal("bijie-deputy", conclusion.DecidedBy);
        Assert.Equal(["opened", "approved", "approved"], afterDeputy.GetProperty("history").EnumerateArray()
            .Select(act => act.GetProperty("act").GetString()));
    }

    [Fact]
    [Rule(189)]
    public async Task An_important_item_needs_the_director_as_well()
    {
        var request = await service.Open(ReviewService.Request(conditions: ["important"]));
        await Head.Decide(request, "section-head", "approve").Json(200);
        Assert.Equal("open", (await Deputy.Decide(request, "deputy", "approve").Json(200)).GetProperty("state").GetString());
        Assert.Equal("approved", (await service.As("bijie", "director").Decide(request, "director", "approve").Json(200))
            .GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_return_comes_back_with_its_reason_and_ends_the_case()
    {
        var request = await service.Open(ReviewService.Request());

        var returned = await Head.Decide(request, "section-head", "return", "日期有误").Json(200);

        Assert.Equal("returned", returned.GetProperty("state").GetString());
        var conclusion = await Conclusion(request);
        Assert.Equal((ReviewOutcome.Returned, "日期有误"), (conclusion.Outcome, conclusion.Reason));
    }

    [Fact]
    public async Task A_rejection_and_a_withdrawal_conclude_the_case()
    {
        var rejected = await service.Open(ReviewService.Request());
        await Head.Decide(rejected, "section-head", "reject", "不宜公开").Json(200);
        var withdrawn = await service.Open(ReviewService.Request());
        await service.As("bijie", "officer", "art")
            .PostAsJsonAsync($"/api/review/bijie/cases/{withdrawn.CaseId}/withdraw", new { reason = "补充材料" }, Cancellation).Json(200);

        Assert.Equal(ReviewOutcome.Rejected, (await Conclusion(rejected)).Outcome);
        Assert.Equal(ReviewOutcome.Withdrawn, (await Conclusion(withdrawn)).Outcome);
        await Head.Decide(withdrawn, "section-head", "approve").Refused(409, "case-is-concluded");
    }

    [Fact]
    public async Task A_request_delivered_three_times_opens_one_case_with_one_entry()
    {
        var request = ReviewService.Request();
        await service.Publish(request);
        await service.Publish(request);
        // Another message that asks for the same case.
        await service.Publish(request with { MessageId = Guid.CreateVersion7() });
        var last = await service.Open(ReviewService.Request());
        await Eventually.Holds(() => service.InDatabase(async db => await db.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from inbox_messages").SingleAsync() >= 3), "all were consumed");

        Assert.Equal(1, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == request.CaseId)));
        Assert.NotEqual(request.CaseId, last.CaseId);
    }

    [Fact]
    public async Task The_same_decision_sent_again_with_its_key_takes_effect_once()
    {
        var request = await service.Open(ReviewService.Request());
        var key = Guid.CreateVersion7().ToString();

        await Head.Decide(request, "section-head", "approve", key: key).Json(200);
        await Head.Decide(request, "section-head", "approve", key: key).Json(200);
        await Head.Decide(request, "section-head", "reject", "另一内容", key: key).Refused(422, "idempotency-key-reused");

        Assert.Equal(2, await service.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.CaseId == request.CaseId)));
    }

    [Fact]
    public async Task Tasks_are_those_the_person_may_take_now_and_only_those()
    {
        var request = await service.Open(ReviewService.Request(title: "只给该办的人"));
        var own = await service.Open(ReviewService.Request(author: "bijie-head", title: "负责人自己起草"));

        var head = await Tasks(Head);
        Assert.Contains(head, task => task.GetProperty("caseId").GetGuid() == request.CaseId
            && task.GetProperty("stepName").GetString()!.Length > 0);
        Assert.DoesNotContain(head, task => task.GetProperty("caseId").GetGuid() == own.CaseId);
        Assert.DoesNotContain(await Tasks(service.As("bijie", "head", "market", "bijie-head-market")), task
            => task.GetProperty("caseId").GetGuid() == request.CaseId);
        Assert.DoesNotContain(await Tasks(Deputy), task => task.GetProperty("caseId").GetGuid() == request.CaseId);
        await Head.Decide(request, "section-head", "approve").Json(200);
        Assert.Contains(await Tasks(Deputy), task => task.GetProperty("caseId").GetGuid() == request.CaseId);
    }

    [Fact]
    public async Task The_task_list_is_read_page_by_page_without_loss()
    {
        for (var i = 0; i < 5; i++) await service.Open(ReviewService.Request(unit: "tourism"));
        var client = service.As("bijie", "head", "tourism", "bijie-head-tourism");
        var seen = new List<Guid>();
        for (string? after = ""; after is not null;)
        {
            var page = await client
                .GetFromJsonAsync<JsonElement>($"/api/review/bijie/tasks?limit=2{(after.Length == 0 ? "" : $"&after={after}")}",
                Cancellation);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(task => task.GetProperty("caseId").GetGuid()));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task Every_round_of_a_subject_is_found_the_latest_first()
    {
        var first = await service.Open(ReviewService.Request());
        await Head.Decide(first, "section-head", "return", "请补充").Json(200);
        var second = await service
            .Open(ReviewService.Request(subject: first.SubjectId) with { OccurredAt = ReviewService.Start.AddMinutes(5) });

        var found = await Head.GetFromJsonAsync<JsonElement>($"/api/review/bijie/cases/by-subject/{first.SubjectId}", Cancellation);

        Assert.Equal([second.CaseId, first.CaseId], found.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetGuid()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<List<JsonElement>> Tasks(HttpClient client)
        => [.. (await client.GetFromJsonAsync<JsonElement>("/api/review/bijie/tasks?limit=100", Cancellation)).GetProperty("items")
        .EnumerateArray()];

    private Task<ReviewConcluded> Conclusion(RequestReview request) => service.Conclusion(request);
}
