using System.Net.Http.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.People;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What the drafter has to do, and what became of the drafts (待办、通知).</summary>
public sealed class WorkTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Api = "/api/catalogue/bijie";

    [Fact]
    public async Task What_came_back_stands_before_what_is_drafted_and_the_latest_first_page_by_page()
    {
        using var officer = host.As("officer", userName: "busy-officer");
        var drafts = new List<Read>();
        foreach (var title in new[] { "第一件", "第二件", "第三件", "第四件" }) drafts.Add(await officer.DraftAsync(Sample(title)));
        foreach (var draft in drafts.Take(2))
        {
            await officer.SubmitAsync(draft);
            await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Returned, "请核对日期");
            await host.BecomesAsync(draft.Id, "returned");
        }

        var whole = (await Page(officer, WorkList.Todo, null, 100)).Items;
        Assert.Equal(["第二件", "第一件", "第四件", "第三件"], whole.Select(row => row.Title));
        Assert.Equal(("修改后重新送审", "请核对日期", $"/staff/items/{drafts[1].Id}"), (whole[0].Step, whole[0].Note, whole[0].Link));
        Assert.Equal([WorkFlag.Returned], whole[0].Flags);
        var pages = new List<WorkItem>();
        for (string? after = null; pages.Count == 0 || after is not null;)
        {
            var page = await Page(officer, WorkList.Todo, after, 1);
            pages.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(whole.Select(row => row.Place), pages.Select(row => row.Place));
        Assert.Equal(whole.Select(row => row.Place).Order(StringComparer.Ordinal), whole.Select(row => row.Place));
        // A place of another service: everything with a due day stands before what has none.
        Assert.Equal(4, (await Page(officer, WorkList.Todo, $"20261201_{0:D19}_{Guid.CreateVersion7():N}_office", 100)).Items.Count);
        var counts = await officer.GetFromJsonAsync<WorkCounts>($"{Api}/work/counts", JsonDialect.Client);
        Assert.Equal((4, 0, 0, 2), (counts!.Todo, counts.Overdue, counts.Waiting, counts.Notices));
        using var colleague = host.As("officer", userName: "other-officer");
        Assert.Empty((await Page(colleague, WorkList.Todo, null, 100)).Items);
    }

    [Fact]
    public async Task Whoever_wrote_is_told_what_became_of_it_and_not_what_one_did_oneself()
    {
        using var officer = host.As("officer", userName: "told-officer");
        using var office = host.As("office", unit: "office", userName: "told-office");
        var draft = await officer.DraftAsync(Sample("先退回再发布"));
        await officer.SubmitAsync(draft);
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Returned, "请核对");
        await host.BecomesAsync(draft.Id, "returned");
        var returned = Assert.Single(await Unseen(officer));
        Assert.Equal((NoticeKind.Returned, "先退回再发布", $"/staff/items/{draft.Id}"), (returned.Kind, returned.Title, returned.Link));

        await officer.SubmitAsync(await officer.ReadAsync(draft.Id));
        Assert.Empty(await Unseen(officer));
        var second = host.Requests.Last(request => request.SubjectId == draft.Id);
        await Eventually.Holds(() => Task.FromResult((second = host.Requests.Last(r => r.SubjectId == draft.Id)).CaseId
            != host.Requests.First(r => r.SubjectId == draft.Id).CaseId), "it was submitted again");
        await host.Conclude(second, ReviewOutcome.Approved);
        await host.BecomesAsync(draft.Id, "published");
        Assert.Equal(NoticeKind.Published, Assert.Single(await Unseen(officer)).Kind);

        var published = await office.ReadAsync(draft.Id);
        foreach (var (reason, code) in new[] { ("", "reason-is-missing"), (new string('长', 501), "reason-is-too-long") })
        {
            using var refused = await office.ActAsync(HttpMethod.Post, $"{Items}/{draft.Id}/withdraw", published.ETag, new { reason });
            await refused.ProblemAsync(422, code);
        }

        using var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{draft.Id}/withdraw", published.ETag, new { reason = "有误" });
        await office.ChangedAsync(draft.Id, withdrawn);
        var told = Assert.Single(await Unseen(officer));
        Assert.Equal((NoticeKind.TakenDown, "有误"), (told.Kind, told.Note));
        Assert.Empty(await Unseen(office));
        var done = (await Page(office, WorkList.Done, null, 100)).Items;
        Assert.Equal(("撤下", "有误"), (Assert.Single(done).Step, done[0].Note));
        Assert.Equal(["送审", "送审"], (await Page(officer, WorkList.Done, null, 100)).Items.Select(row => row.Step));
    }

    [Fact]
    public async Task What_was_found_to_be_secret_is_told_and_kept_as_that()
    {
        using var officer = host.As("officer", userName: "secret-officer");
        var draft = await officer.DraftAsync(Sample("涉密情况待认定的信息"));
        await officer.SubmitAsync(draft);
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Rejected, "属于国家秘密", foundSecret: true);
        await host.BecomesAsync(draft.Id, "rejected");
        var told = Assert.Single(await Unseen(officer));
        Assert.Equal((NoticeKind.FoundSecret, "属于国家秘密"), (told.Kind, told.Note));
        Assert.Equal("classified", (await officer.ReadAsync(draft.Id)).Json.GetProperty("secrecy").GetString());
    }

    [Fact]
    public async Task Whoever_takes_over_is_told_in_the_place_of_whoever_has_left()
    {
        using var leaver = host.As("officer", userName: "left-officer");
        using var successor = host.As("head", unit: "museum", userName: "told-successor");
        var draft = await leaver.DraftAsync(Sample("交接的信息"));
        await leaver.SubmitAsync(draft);
        await host.Substitute(PeopleTests.Replacement("left-officer", "told-successor"));
        await Eventually.Holds(async () => (await successor.GetAsync($"{Items}/{draft.Id}")).IsSuccessStatusCode, "the successor is known");
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Returned, "请核对");
        await host.BecomesAsync(draft.Id, "returned");

        Assert.Equal(NoticeKind.Returned, Assert.Single(await Unseen(successor)).Kind);
        Assert.Single((await Page(successor, WorkList.Todo, null, 100)).Items, row => row.SubjectId == draft.Id);
    }

    [Fact]
    public async Task What_is_not_open_to_the_receiver_any_more_is_neither_counted_nor_a_place_on_a_page_nor_left_to_be_seen()
    {
        const string who = "moved-officer";
        using var before = host.As("officer", userName: who);
        using var after = host.As("officer", unit: "museum", userName: who);
        await ReturnedAsync(after, "新单位的第一件");
        var hidden = new List<Guid>();
        foreach (var title in new[] { "原单位一", "原单位二", "原单位三" }) hidden.Add(await ReturnedAsync(before, title));
        await ReturnedAsync(after, "新单位的第二件");

        Assert.Equal(2, (await after.GetFromJsonAsync<WorkCounts>($"{Api}/work/counts", JsonDialect.Client))!.Notices);
        var pages = new List<NoticeView>();
        for (string? from = null; pages.Count == 0 || from is not null;)
        {
            var page = await after.GetFromJsonAsync<Page<NoticeView>>(
                $"{Api}/notices?limit=1{(from is null ? "" : $"&after={from}")}", JsonDialect.Client);
            pages.Add(Assert.Single(page!.Items));
            from = page.Next;
            Assert.True(from is null || from == pages[^1].Id.ToString());
        }

        Assert.Equal(["新单位的第二件", "新单位的第一件"], pages.Select(notice => notice.Title));
        using var seen = await after.PostAsJsonAsync($"{Api}/notices/seen", new SeenRequest([pages[0].Id]));
        Assert.Equal(1, (await after.GetFromJsonAsync<WorkCounts>($"{Api}/work/counts", JsonDialect.Client))!.Notices);
        Assert.Empty(await Unseen(before));
        Assert.Equal(3, await host.Query(db => db.Notices.CountAsync(n => hidden.Contains(n.SubjectId) && n.SeenAt != null)));
        await (await after.GetAsync($"{Api}/notices?after=abc")).ProblemAsync(422, "cursor-is-invalid");
    }

    [Fact]
    public async Task Whoever_may_read_the_item_no_more_is_told_nothing_of_it()
    {
        const string who = "gone-officer";
        using var officer = host.As("officer", userName: who);
        var draft = await officer.DraftAsync(Sample("调离之前起草的信息"));
        await officer.SubmitAsync(draft);
        await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", who, who, who, "museum",
            ["officer"], TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(() => host.Query(db => db.Colleagues.AnyAsync(k => k.Subject == who)), "the service heard of the move");
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Returned, "请核对");
        await host.BecomesAsync(draft.Id, "returned");

        Assert.Equal(0, await host.Query(db => db.Notices.CountAsync(n => n.SubjectId == draft.Id)));
    }

    /// <summary>The drafter is told that the item came back.</summary>
    private async Task<Guid> ReturnedAsync(HttpClient drafter, string title)
    {
        var draft = await drafter.DraftAsync(Sample(title));
        await drafter.SubmitAsync(draft);
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Returned, "请核对");
        await host.BecomesAsync(draft.Id, "returned");
        return draft.Id;
    }

    private static async Task<Page<WorkItem>> Page(HttpClient client, WorkList list, string? after, int limit)
        => (await client.GetFromJsonAsync<Page<WorkItem>>($"{Api}/work?list={Codes.Of(list)}&limit={limit}"
            + (after is null ? "" : $"&after={after}"), JsonDialect.Client))!;

    private static async Task<IReadOnlyList<NoticeView>> Unseen(HttpClient client)
        => (await client.GetFromJsonAsync<Page<NoticeView>>($"{Api}/notices?unseen=true", JsonDialect.Client))!.Items;
}
