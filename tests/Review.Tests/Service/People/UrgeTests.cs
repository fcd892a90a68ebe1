using System.Net.Http.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>催办 through the service, and what rows of work and notices say besides.</summary>
[Collection(nameof(OneService))]
public sealed class UrgeTests(ReviewService service)
{
    private const string Api = "/api/review/bijie";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_second_press_makes_no_second_notice_and_says_when_the_first_was()
    {
        var head = await service.SignedIn("bijie", "head", "art", "urged-head");
        var office = await service.SignedIn("bijie", "office", userName: "urging-office");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "urged-officer"));
        Task<HttpResponseMessage> Urge(HttpClient who)
            => who.PostAsJsonAsync($"{Api}/cases/{request.CaseId}/urge", new { step = "section-head", reason = "请今天办结" }, Cancellation);

        var view = await Urge(office).Json(200);
        Assert.Equal("section-head", view.GetProperty("history").EnumerateArray().Last().GetProperty("step").GetString());
        await Urge(office).Refused(409, "is-urged-today");
        Assert.Single(await NoticesOf(head, request.CaseId), notice => notice.Kind == NoticeKind.Urged);
        await Urge(await service.SignedIn("bijie", "discipline", userName: "urging-discipline")).Json(200);
        // Both said something, and the second did not replace the first.
        var words = view.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("code").GetString() == "section-head")
            .GetProperty("urgeWords").GetString();
        Assert.EndsWith("：请今天办结", words, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Urge(office).Json(200);
    }

    [Fact]
    public async Task What_comes_again_after_it_was_held_is_not_said_to_be_urged()
    {
        var head = await service.SignedIn("bijie", "head", "art", "resuming-head");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "resumed-officer"));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.As("bijie", "office").PostAsJsonAsync($"{Api}/cases/{request.CaseId}/urge",
            new { step = "section-head", reason = "请今天办结" }, Cancellation).Json(200);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await head.Decide(request, "section-head", "hold", "无法判断是否涉密").Json(200);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.As("bijie", "leading-group").Decide(request, "determination-1", "approve").Json(200);

        // The first was urged; the second came to its end by the hold, and nobody has urged since.
        Assert.Equal([(NoticeKind.Offered, null), (NoticeKind.Urged, "已重新交办"), (NoticeKind.Offered, "已另行催办")], await Told());
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.As("bijie", "office").PostAsJsonAsync($"{Api}/cases/{request.CaseId}/urge", new { step = "section-head" },
            Cancellation).Json(200);
        Assert.Equal([(NoticeKind.Urged, null), (NoticeKind.Offered, "已另行催办"), (NoticeKind.Urged, "已另行催办"),
            (NoticeKind.Offered, "已另行催办")], await Told());

        async Task<IEnumerable<(NoticeKind, string?)>> Told()
            => (await NoticesOf(head, request.CaseId)).Select(notice => (notice.Kind, notice.Became));
    }

    [Fact]
    public async Task A_matter_that_was_returned_is_not_said_to_have_ended()
    {
        var other = await service.SignedIn("xinyuan", "leading-group-office", "leading-group-office", "returned-reviewer");
        var office = await service.SignedIn("xinyuan", "office", userName: "returning-office");
        var request = await service.Open(ReviewService.Request("xinyuan", "art", "publication", "returned-officer"));
        await office.Decide(request, "first-proof", "return", "用词不规范").Json(200);

        var told = (await NoticesOf(other, request.CaseId, "xinyuan")).Select(notice => notice.Became).Distinct();
        Assert.Equal(["已退回起草人修改"], told);
    }

    [Fact]
    public async Task Work_in_anothers_place_says_in_whose()
    {
        var deputy = await service.SignedIn("bijie", "deputy", userName: "travelling-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "policy", "standing-in");
        var id = (await deputy.PostAsJsonAsync($"{Api}/delegations",
            new { @delegate = "standing-in", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200))
            .GetProperty("id").GetGuid();
        var offer = Assert.Single(await Rows(substitute), row => row.SubjectId == id);
        Assert.Contains("授权", offer.Note, StringComparison.Ordinal);
        Assert.Contains("travelling-deputy", offer.Note, StringComparison.Ordinal);
        await substitute.PostAsync($"{Api}/delegations/{id}/accept", null, Cancellation).Json(200);
        var head = await service.SignedIn("bijie", "head", "art", "passing-head");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "drafting-officer", conditions: ["important"]));
        await head.Decide(request, "section-head", "approve").Json(200);

        Assert.Contains("travelling-deputy", Assert.Single(await Rows(substitute), row => row.SubjectId == request.CaseId).OnBehalfOfName,
            StringComparison.Ordinal);
        Assert.Null(Assert.Single(await Rows(deputy), row => row.SubjectId == request.CaseId).OnBehalfOfName);
    }

    private static async Task<IReadOnlyList<WorkItem>> Rows(HttpClient client)
        => (await client.GetFromJsonAsync<Page<WorkItem>>($"{Api}/work?list=todo&limit=100", JsonDialect.Client, Cancellation))!.Items;

    private static async Task<List<NoticeView>> NoticesOf(HttpClient client, Guid id, string authority = "bijie")
        => [.. (await client.GetFromJsonAsync<Page<NoticeView>>($"/api/review/{authority}/notices?limit=100", JsonDialect.Client,
            Cancellation))!.Items.Where(notice => notice.Link == $"/staff/cases/{id}")];
}
