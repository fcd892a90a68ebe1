using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Catalogue.Domain;
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

/// <summary>A new version of a published item that was found to be a state secret: what becomes of its text, and of the version that
/// citizens still read (认定涉密).</summary>
public sealed class FoundSecretTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private static readonly DateOnly Today = LegalDay.Of(TimeProvider.System.GetUtcNow());

    private static object Secret(string secrecy) => new
    {
        title = "含有参数的新版本",
        body = "各单位：\n\n设备的参数。",
        category = "public-concern",
        keywords = new[] { "参数" },
        secrecy,
    };

    [Fact]
    public async Task The_text_leaves_the_draft_and_comes_back_to_review_only_to_be_determined_anew()
    {
        using var officer = host.As("officer");
        var (id, request) = await FoundAsync(officer, "cleared");
        var entry = await host.Query(db => db.AuditEntries.SingleAsync(e => e.SubjectId == id && e.Act == ItemActs.FoundSecret));
        Assert.Equal(request.ContentDigest, entry.Digest);
        var found = await officer.ReadAsync(id);
        Assert.Equal(("classified", true), (Text(found, "secrecy"), found.Json.GetProperty("isToBeChecked").GetBoolean()));

        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/revise", found.ETag);
        var again = await officer.ChangedAsync(id, revised);
        Assert.DoesNotContain("参数", again.Json.ToString(), StringComparison.Ordinal);
        Assert.Equal(("关于开展群众文化活动的通知", "cleared"), (Text(again, "title"), Text(again, "secrecy")));
        var (item, shown) = await host.Query(async db => (await db.Items.AsNoTracking().SingleAsync(i => i.Id == new ItemId(id)),
            await db.Publications.AsNoTracking().SingleAsync(p => p.ItemId == new ItemId(id) && p.IsCurrent)));
        Assert.Equal(shown.Digest, item.Content.Digest());
        Assert.NotEmpty(item.Companions);
        Assert.Equal(shown.Companions.Select(named => named.Value), item.Companions);

        var pasted = await EditAsync(officer, again, Secret("cleared"));
        Assert.DoesNotContain("submit", pasted.Json.GetProperty("actions").EnumerateArray().Select(action => action.GetString()));
        using var refused = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/submit", pasted.ETag);
        Assert.Contains("已被认定涉密", (await refused.ProblemAsync(409, "was-found-secret")).GetProperty("title").GetString()!,
            StringComparison.Ordinal);

        host.Requests.Clear();
        await officer.SubmitAsync(await EditAsync(officer, pasted, Secret("undetermined")));
        Assert.Contains("secrecy-undetermined", (await host.RequestFor(id)).Conditions);
    }

    [Fact]
    public async Task A_text_that_was_found_secret_while_it_was_undetermined_is_not_submitted_as_cleared()
    {
        using var officer = host.As("officer");
        var (id, _) = await FoundAsync(officer, "undetermined");
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/revise", (await officer.ReadAsync(id)).ETag);
        var pasted = await EditAsync(officer, await officer.ChangedAsync(id, revised), Secret("cleared"));
        using var refused = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/submit", pasted.ETag);
        await refused.ProblemAsync(409, "was-found-secret");
    }

    [Fact]
    public async Task Whoever_may_take_the_shown_version_down_is_asked_to_check_it_until_it_is_shown_no_more()
    {
        using var officer = host.As("officer", userName: "secret-author");
        using var office = host.As("office", unit: "office", userName: "checking-office");
        using var standIn = host.As("policy", unit: "policy", userName: "checking-stand-in");
        foreach (var (who, role, unit) in new[] { ("checking-office", "office", "office"), ("checking-stand-in", "policy", "policy"),
            ("checking-later", "policy", "policy"), ("not-asked-deputy", "deputy", "office") })
            await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", who, who, who, unit,
                [role], TimeProvider.System.GetUtcNow()));
        foreach (var (who, from) in new[] { ("checking-stand-in", Today), ("checking-later", Today.AddDays(1)) })
            await host.Substitute(new SubstitutionChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie",
                Guid.CreateVersion7(), false, "checking-office", "checking-office", who, "office", ["office"], from, from, false));
        await Eventually.Holds(() => host.Query(async db => await db.Colleagues.CountAsync(k => k.Subject.Contains("checking-")
            || k.Subject == "not-asked-deputy") == 4 && await db.Substitutions.CountAsync(s => s.Principal == "checking-office") == 2),
            "the service heard of the people");
        var (id, _) = await FoundAsync(officer, "cleared");

        foreach (var who in new[] { office, standIn })
        {
            var asked = Assert.Single(await Unseen(who));
            Assert.Equal((NoticeKind.FoundSecret, $"/staff/items/{id}"), (asked.Kind, asked.Link));
            Assert.Matches("公众看到的版本仍在公开：请立即核对.*撤下，没有的写明核对情况。认定涉密的理由：属于国家秘密$", asked.Note!);
        }

        var told = Assert.Single(await Unseen(officer));
        Assert.Equal((NoticeKind.FoundSecret, "属于国家秘密"), (told.Kind, told.Note));
        Assert.False(await host.Query(db => db.Notices.AnyAsync(n => n.SubjectId == id && (n.Receiver == "not-asked-deputy"
            || n.Receiver == "checking-later"))));

        // The drafter goes on; the office is still asked, and may act although the next version is under review.
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/revise", (await officer.ReadAsync(id)).ETag);
        host.Requests.Clear();
        await officer.SubmitAsync(await officer.ChangedAsync(id, revised));
        Assert.Empty(await Unseen(officer));
        Assert.EndsWith("认定涉密的理由：属于国家秘密", Assert.Single(await Unseen(office)).Note, StringComparison.Ordinal);
        await host.Conclude(await host.RequestFor(id), ReviewOutcome.Returned, "请核对");
        await host.BecomesAsync(id, "returned");
        Assert.Equal(NoticeKind.FoundSecret, Assert.Single(await Unseen(office)).Kind);
        host.Requests.Clear();
        await officer.SubmitAsync(await officer.ReadAsync(id));
        var late = await host.RequestFor(id);
        using var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{id}/withdraw", (await office.ReadAsync(id)).ETag,
            new { reason = "有同样的内容" });
        await office.ChangedAsync(id, withdrawn);
        Assert.Empty(await Unseen(office));
        Assert.Empty(await Unseen(standIn));
        Assert.Equal(NoticeKind.TakenDown, Assert.Single(await Unseen(officer)).Kind);

        // What was still under review is approved too late: nothing becomes public.
        await host.Conclude(late, ReviewOutcome.Approved);
        await host.PublishAsync(Sample("在它之后处理的信息"));
        Assert.Equal("withdrawn", await host.StateOf(id));
    }

    [Fact]
    public async Task Another_version_that_was_published_meanwhile_ends_the_check()
    {
        using var officer = host.As("officer", userName: "replacing-author");
        using var office = host.As("office", unit: "office", userName: "replaced-office");
        await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", "replaced-office",
            "replaced-office", "replaced-office", "office", ["office"], TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(() => host.Query(db => db.Colleagues.AnyAsync(k => k.Subject == "replaced-office")), "the office is known");
        var (id, _) = await FoundAsync(officer, "cleared");
        Assert.Single(await Unseen(office));
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/revise", (await officer.ReadAsync(id)).ETag);
        host.Requests.Clear();
        await officer.SubmitAsync(await officer.ChangedAsync(id, revised));
        await host.Conclude(await host.RequestFor(id), ReviewOutcome.Approved);
        await host.BecomesAsync(id, "published");
        Assert.Empty(await Unseen(office));
        Assert.False((await officer.ReadAsync(id)).Json.GetProperty("isToBeChecked").GetBoolean());
    }

    [Fact]
    public async Task The_shown_version_is_the_offices_task_until_somebody_has_checked_it_and_said_what_was_found()
    {
        using var officer = host.As("officer", userName: "task-author");
        using var head = host.As("head", userName: "task-head");
        using var office = host.As("office", unit: "office", userName: "task-office");
        using var discipline = host.As("discipline", unit: "discipline", userName: "task-discipline");
        await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", "task-office",
            "task-office", "task-office", "office", ["office"], TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(() => host.Query(db => db.Colleagues.AnyAsync(k => k.Subject == "task-office")), "the office is known");
        var earlier = await office.DraftAsync(Sample("办公室自己的草稿"));
        var (id, _) = await FoundAsync(officer, "cleared");
        var (second, _) = await FoundAsync(officer, "cleared");

        var work = await Todo(office);
        Assert.Equal([second, id], work.Where(row => row.SubjectId == id || row.SubjectId == second).Select(row => row.SubjectId));
        Assert.All(work.TakeWhile(row => row.SubjectId != earlier.Id), row => Assert.Equal([WorkFlag.ToBeChecked], row.Flags));
        var task = work.Single(row => row.SubjectId == id);
        Assert.Equal(("核对公开版本", "新版本被认定涉密，公开版本仍在网上", $"/staff/items/{id}"), (task.Step, task.Note, task.Link));
        Assert.Equal(work.Select(row => row.Place).Order(StringComparer.Ordinal), work.Select(row => row.Place));
        var paged = new List<Guid>();
        for (string? after = null; paged.Count == 0 || after is not null;)
        {
            var page = await office.GetFromJsonAsync<Page<WorkItem>>(
                $"/api/catalogue/bijie/work?limit=1{(after is null ? "" : $"&after={after}")}", JsonDialect.Client);
            paged.AddRange(page!.Items.Select(row => row.SubjectId));
            after = page.Next;
        }

        Assert.Equal(work.Select(row => row.SubjectId), paged);
        Assert.Equal(work.Count, (await office.GetFromJsonAsync<WorkCounts>("/api/catalogue/bijie/work/counts", JsonDialect.Client))!.Todo);
        foreach (var other in new[] { head, discipline }) Assert.DoesNotContain(await Todo(other), row => row.SubjectId == id);
        var row = Assert.Single(await Listed(discipline, "toBeChecked=true"), row => row.GetProperty("id").GetGuid() == id);
        Assert.Equal((true, "rejected"), (row.GetProperty("isPublic").GetBoolean(), row.GetProperty("state").GetString()));
        Assert.Contains(await Listed(officer, "public=true"), row => row.GetProperty("id").GetGuid() == id);

        // The drafter goes on meanwhile: it is a draft, and citizens read it still.
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{id}/revise", (await officer.ReadAsync(id)).ETag);
        await officer.ChangedAsync(id, revised);
        Assert.Contains(await Todo(office), row => row.SubjectId == id);
        Assert.Contains(await Listed(officer, "public=true&mine=true"), row => row.GetProperty("id").GetGuid() == id);

        var item = await office.ReadAsync(id);
        Assert.Contains("confirm-shown", item.Json.GetProperty("actions").EnumerateArray().Select(action => action.GetString()));
        using var notTheirs = await head.ActAsync(HttpMethod.Post, $"{Items}/{id}/confirm-shown", item.ETag, new { reason = "看过" });
        await notTheirs.ProblemAsync(403, "role-is-missing");
        foreach (var (reason, code) in new[] { (" ", "reason-is-missing"), (new string('长', 501), "reason-is-too-long") })
        {
            using var refused = await office.ActAsync(HttpMethod.Post, $"{Items}/{id}/confirm-shown", item.ETag, new { reason });
            await refused.ProblemAsync(422, code);
        }

        using var confirmed = await office.ActAsync(HttpMethod.Post, $"{Items}/{id}/confirm-shown", item.ETag,
            new { reason = "逐项核对，没有同样的参数" });
        var after2 = await office.ChangedAsync(id, confirmed);
        Assert.Equal((false, "draft"), (after2.Json.GetProperty("isToBeChecked").GetBoolean(), Text(after2, "state")));
        var (entry, shown) = await host.Query(async db => (
            await db.AuditEntries.SingleAsync(e => e.SubjectId == id && e.Act == ItemActs.ShownVersionChecked),
            await db.Publications.AsNoTracking().SingleAsync(p => p.ItemId == new ItemId(id) && p.IsCurrent)));
        Assert.Equal(("task-office", "逐项核对，没有同样的参数", shown.Digest, shown.Title), (entry.Actor, entry.Reason, entry.Digest, entry.Title));
        Assert.DoesNotContain(await Todo(office), row => row.SubjectId == id);
        Assert.DoesNotContain(await Unseen(office), notice => notice.Link == $"/staff/items/{id}");
        Assert.DoesNotContain(await Listed(discipline, "toBeChecked=true"), row => row.GetProperty("id").GetGuid() == id);
        Assert.Contains((await office.GetFromJsonAsync<Page<WorkItem>>("/api/catalogue/bijie/work?list=done", JsonDialect.Client))!.Items,
            row => row.SubjectId == id && row.Step == "核对公开版本，可以继续公开");
        using var again = await office.ActAsync(HttpMethod.Post, $"{Items}/{id}/confirm-shown", after2.ETag, new { reason = "再看一遍" });
        await again.ProblemAsync(409, "nothing-to-check");
    }

    private static async Task<IReadOnlyList<WorkItem>> Todo(HttpClient client) => (await client.GetFromJsonAsync<Page<WorkItem>>(
        "/api/catalogue/bijie/work?limit=100", JsonDialect.Client))!.Items;

    private static async Task<List<JsonElement>> Listed(HttpClient client, string query)
        => [.. (await client.GetFromJsonAsync<JsonElement>($"{Items}?limit=100&{query}")).GetProperty("items").EnumerateArray()];

    /// <summary>A published item whose new version was found to be a state secret, with the request that was looked at.</summary>
    private async Task<(Guid Id, RequestReview Request)> FoundAsync(HttpClient officer, string secrecy)
    {
        var other = await officer.DraftAsync(Sample("同批的解读", category: "public-concern"));
        var draft = await officer.DraftAsync(new
        {
            title = "关于开展群众文化活动的通知",
            body = "各有关单位：\n\n现将有关事项通知如下。",
            category = "public-concern",
            interpretations = new[] { other.Id.ToString() },
        });
        await officer.SubmitAsync(draft);
        await host.Conclude(await host.RequestFor(draft.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(draft.Id, "published");
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{draft.Id}/revise", (await officer.ReadAsync(draft.Id)).ETag);
        host.Requests.Clear();
        await officer.SubmitAsync(await EditAsync(officer, await officer.ChangedAsync(draft.Id, revised), Secret(secrecy)));
        var request = await host.RequestFor(draft.Id);
        await host.Conclude(request, ReviewOutcome.Rejected, "属于国家秘密", foundSecret: true);
        await host.BecomesAsync(draft.Id, "rejected");
        return (draft.Id, request);
    }

    private static string Text(Read item, string name) => item.Json.GetProperty(name).GetString()!;

    private static async Task<Read> EditAsync(HttpClient who, Read item, object content)
    {
        using var edited = await who.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, content);
        return await who.ChangedAsync(item.Id, edited);
    }

    private static async Task<IReadOnlyList<NoticeView>> Unseen(HttpClient client) => (await client.GetFromJsonAsync<Page<NoticeView>>(
        "/api/catalogue/bijie/notices?unseen=true", JsonDialect.Client))!.Items;
}
