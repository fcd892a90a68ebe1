using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>What is mine to do, what I wait for, what I did, and what happened to my things (待办、通知).</summary>
[Collection(nameof(OneService))]
public sealed partial class WorkTests(ReviewService service)
{
    private const string Api = "/api/review/bijie";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_case_goes_from_the_work_of_one_to_the_work_of_the_next_and_stays_findable()
    {
        var head = await service.SignedIn("bijie", "head", "market", "work-head");
        var deputy = await service.SignedIn("bijie", "deputy", userName: "work-deputy");
        var officer = await service.SignedIn("bijie", "officer", "market", "work-officer");
        var request = await service.Open(ReviewService.Request(unit: "market", author: "work-officer", conditions: ["important"]));

        var waiting = Assert.Single(await Rows(officer, WorkList.Waiting), row => row.SubjectId == request.CaseId);
        var todo = Assert.Single(await Rows(head, WorkList.Todo), row => row.SubjectId == request.CaseId);
        Assert.Equal(("review.case", request.Title, "market", $"/staff/cases/{request.CaseId}"),
            (todo.SubjectKind, todo.Title, todo.Unit, todo.Link));
        Assert.Equal((todo.Step, todo.DueOn, todo.Light), (waiting.Step, waiting.DueOn, waiting.Light));
        Assert.DoesNotContain(await Rows(deputy, WorkList.Todo), row => row.SubjectId == request.CaseId);

        await head.Decide(request, "section-head", "approve").Json(200);

        Assert.DoesNotContain(await Rows(head, WorkList.Todo), row => row.SubjectId == request.CaseId);
        Assert.Single(await Rows(deputy, WorkList.Todo), row => row.SubjectId == request.CaseId);
        Assert.NotEqual(waiting.Step, Assert.Single(await Rows(officer, WorkList.Waiting), row => row.SubjectId == request.CaseId).Step);
        var done = Assert.Single(await Rows(head, WorkList.Done), row => row.SubjectId == request.CaseId);
        Assert.Equal(("通过", request.Title, $"/staff/cases/{request.CaseId}"), (done.Step, done.Title, done.Link));
    }

    [Fact]
    public async Task Pages_of_work_follow_one_another_without_a_gap_and_the_numbers_agree()
    {
        var head = await service.SignedIn("bijie", "head", "market", "paging-head");
        foreach (var _ in Enumerable.Range(0, 5))
            await service.Open(ReviewService.Request(unit: "market", flow: "interaction-reply", author: "tourism-officer"));
        await service.SignedIn("bijie", "policy", "policy", "granting-policy");
        await service.As("bijie", "policy", "policy", "granting-policy").PostAsJsonAsync($"{Api}/delegations",
            new { @delegate = "paging-head", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);

        var whole = await Rows(head, WorkList.Todo);
        var pages = new List<WorkItem>();
        for (string? after = null; pages.Count == 0 || after is not null;)
        {
            var page = await Page(head, WorkList.Todo, after, 2);
            pages.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(whole.Select(row => row.Place), pages.Select(row => row.Place));
        Assert.Equal(whole.Select(row => row.Place).Order(StringComparer.Ordinal), whole.Select(row => row.Place));
        Assert.Contains(whole, row => row.SubjectKind == SubjectKinds.ReviewDelegation && row.Step == "接受授权");
        var counts = await head.GetFromJsonAsync<WorkCounts>($"{Api}/work/counts", JsonDialect.Client, Cancellation);
        Assert.Equal((whole.Count, whole.Count(row => row.Light == ClockState.Overdue)), (counts!.Todo, counts.Overdue));
        await head.GetAsync($"{Api}/work?after=20260101", Cancellation).Refused(422, "cursor-is-invalid");
        await head.GetAsync($"{Api}/work?list=everything", Cancellation).Refused(422, "list-is-unknown");
        await head.GetAsync($"{Api}/work?limit=101", Cancellation).Refused(422, "limit-is-invalid");
    }

    [Fact]
    public async Task What_one_did_is_listed_the_latest_first_page_by_page()
    {
        var head = await service.SignedIn("bijie", "head", "broadcast", "doing-head");
        var requests = new List<RequestReview>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            requests.Add(await service.Open(ReviewService.Request(unit: "broadcast", author: "broadcast-officer")));
            await head.Decide(requests[^1], "section-head", "return", "请补充").Json(200);
        }

        var pages = new List<WorkItem>();
        for (string? after = null; pages.Count == 0 || after is not null;)
        {
            var page = await Page(head, WorkList.Done, after, 1);
            pages.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(requests.Select(request => request.CaseId).Reverse(), pages.Take(3).Select(row => row.SubjectId));
        Assert.All(pages.Take(3), row => Assert.Equal(("退回", "请补充"), (row.Step, row.Note)));
    }

    private static async Task<IReadOnlyList<WorkItem>> Rows(HttpClient client, WorkList list)
        => (await Page(client, list, null, 100)).Items;

    private static async Task<Page<WorkItem>> Page(HttpClient client, WorkList list, string? after, int limit)
        => (await client.GetFromJsonAsync<Page<WorkItem>>($"{Api}/work?list={Codes.Of(list)}&limit={limit}"
            + (after is null ? "" : $"&after={after}"), JsonDialect.Client, Cancellation))!;

    private static async Task<IReadOnlyList<NoticeView>> Notices(HttpClient client, bool unseen = true, string api = Api)
        => (await client.GetFromJsonAsync<Page<NoticeView>>($"{api}/notices?unseen={(unseen ? "true" : "false")}&limit=100",
            JsonDialect.Client, Cancellation))!.Items;

    private static async Task<NoticeView?> NoticeOf(HttpClient client, RequestReview request, string api = Api)
        => (await Notices(client, api: api)).SingleOrDefault(notice => notice.Link == $"/staff/cases/{request.CaseId}");

    /// <summary>All that the person is told of the own work.</summary>
    private static async Task<string> Answers(HttpClient client, string authority)
    {
        var answers = new List<string>();
        foreach (var path in new[] { "work", "work?list=waiting", "work?list=done", "work/counts", "notices", "notices?unseen=true" })
            answers.Add(await client.GetStringAsync($"/api/review/{authority}/{path}", Cancellation));
        return string.Join('\n', answers);
    }
}
