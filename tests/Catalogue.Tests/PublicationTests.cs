using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>From a draft to a citizen, and what stands between.</summary>
public sealed class PublicationTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Public = "/api/catalogue/bijie/public/items";

    [Fact, Rule(137), Rule(183)]
    public async Task An_approved_item_is_read_by_anybody_under_its_index_number()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("关于公布文化馆免费开放时间的通知"));
        await officer.SubmitAsync(item);
        var request = await host.RequestFor(item.Id);
        Assert.Equal(("bijie", "publication", "catalogue.item", "art", "bijie-officer"),
            (request.Authority, request.Flow, request.SubjectKind, request.Unit, request.Author));
        await host.Conclude(request, ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");

        var number = (await officer.ReadAsync(item.Id)).Json.GetProperty("number").GetString();
        using var citizen = host.Anonymous();
        var shown = await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}");
        Assert.Equal("关于公布文化馆免费开放时间的通知", shown.GetProperty("title").GetString());
        Assert.Matches("^[0-9A-Z]{8}[0-9X]/20\\d\\d-\\d{5}$", shown.GetProperty("indexNumber").GetString());
        Assert.Equal(request.ContentDigest, shown.GetProperty("contentDigest").GetString());
        Assert.Equal("2026-11-02", shown.GetProperty("producedOn").GetString());
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<ItemPublished>().Any(f => f.ItemId == item.Id)),
            "others learn of it");
    }

    [Fact, Rule(185)]
    public async Task Nothing_that_was_not_approved_is_public()
    {
        using var officer = host.As("officer");
        using var citizen = host.Anonymous();
        var secretWord = $"未审{Guid.CreateVersion7():N}";
        var item = await officer.DraftAsync(Sample(secretWord));
        Assert.DoesNotContain(secretWord, await citizen.GetStringAsync($"{Public}?q={secretWord}"), StringComparison.Ordinal);
        await officer.SubmitAsync(item);
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Returned, "请补充成文日期");
        await host.BecomesAsync(item.Id, "returned");
        Assert.Empty((await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q={secretWord}")).GetProperty("items").EnumerateArray());
        var returned = await officer.ReadAsync(item.Id);
        Assert.Equal("请补充成文日期", returned.Json.GetProperty("lastReason").GetString());
    }

    [Fact]
    public async Task What_reviewers_corrected_is_published_and_a_correction_the_digest_does_not_carry_is_not()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("审核时改了分类"));
        await officer.SubmitAsync(item);
        var request = await host.RequestFor(item.Id);
        ReviewerChange[] changes = [new("category", "licences"), new("channel", "portal")];
        await host.Conclude(request, ReviewOutcome.Approved, changes: changes,
            digest: ReviewedDigest
            .After(request.ContentDigest, [.. changes.Select(change => new ReviewerChange(change.Field, change.Value))]));
        await host.BecomesAsync(item.Id, "published");
        Assert.Equal("licences", (await officer.ReadAsync(item.Id)).Json.GetProperty("category").GetString());

        var other = await officer.DraftAsync(Sample("更正与摘要不符"));
        await officer.SubmitAsync(other);
        await host.Conclude(await host.RequestFor(other.Id), ReviewOutcome.Approved, changes: changes);
        await host.BecomesAsync(other.Id, "returned");
    }

    [Fact]
    public async Task An_approval_of_other_content_publishes_nothing()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(item);
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Approved, digest: new string('a', 64));
        await host.BecomesAsync(item.Id, "returned");
        Assert.False(await host.Query(db => db.Publications.AnyAsync(p => p.ItemId == new ItemId(item.Id))));
    }

    [Fact]
    public async Task A_conclusion_delivered_twice_or_late_publishes_once()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(item);
        var request = await host.RequestFor(item.Id);
        var message = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Conclude(request, ReviewOutcome.Approved, messageId: message)));
        await host.Conclude(request, ReviewOutcome.Approved);
        await host.Conclude(request, ReviewOutcome.Returned, "迟到的退回");
        await host.BecomesAsync(item.Id, "published");
        // A later item's publication proves the queue was worked off.
        await host.PublishAsync(Sample());
        Assert.Equal(1, await host.Query(db => db.Publications.CountAsync(p => p.ItemId == new ItemId(item.Id))));
        Assert.Equal("published", await host.StateOf(item.Id));
    }

    [Fact]
    public async Task A_conclusion_that_cannot_be_carried_out_is_told_at_its_item_and_stops_no_other()
    {
        using var officer = host.As("officer");
        var stuck = await officer.SubmitAsync(await officer.DraftAsync(Sample("结论不能办理的信息")));
        var request = await host.RequestFor(stuck.Id);
        // A correction that no item has: this version of the service cannot carry it out.
        ReviewerChange[] impossible = [new("colour", "red")];
        await host.Conclude(request, ReviewOutcome.Approved, changes: impossible,
            digest: ReviewedDigest.After(request.ContentDigest, [new ReviewerChange("colour", "red")]));
        await host.PublishAsync(Sample("后来的信息照常发布"));
        await Eventually.Holds(async () => (await officer.ReadAsync(stuck.Id)).Json.GetProperty("lastReason")
            .GetString()?.Contains("没能办理", StringComparison.Ordinal) == true,
            "the item says that its conclusion failed", seconds: 90);
        Assert.Equal("in-review", await host.StateOf(stuck.Id));

        // What operators replay takes effect as if nothing had been.
        await host.Conclude(request, ReviewOutcome.Approved);
        await host.BecomesAsync(stuck.Id, "published");
        Assert.Equal(JsonValueKind.Null, (await officer.ReadAsync(stuck.Id)).Json.GetProperty("lastReason").ValueKind);
        Assert.Equal(["drafted", "submitted", "publication-failed", "published"],
            await host.Query(db => db.AuditEntries.Where(e => e.SubjectId == stuck.Id)
            .OrderBy(e => e.Position).Select(e => e.Act).ToListAsync()));
    }

    [Fact, Rule(40)]
    public async Task A_revision_keeps_the_number_and_shows_only_what_was_approved()
    {
        var number = await host.PublishAsync(Sample("修订前的标题"));
        using var officer = host.As("officer");
        using var citizen = host.Anonymous();
        var item = await officer.ReadAsync(await host.ItemOf(number));
        using var revise = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", item.ETag);
        item = await officer.ChangedAsync(item.Id, revise);
        using var edit = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("修订后的标题"));
        item = await officer.ChangedAsync(item.Id, edit);
        Assert.Equal("修订前的标题", (await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}")).GetProperty("title").GetString());
        host.Requests.Clear();
        await officer.SubmitAsync(item);
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");
        var shown = await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}");
        Assert.Equal("修订后的标题", shown.GetProperty("title").GetString());
        Assert.Equal(2, shown.GetProperty("revisions").GetArrayLength());
        Assert.NotEqual(JsonValueKind.Null, shown.GetProperty("revisedAt").ValueKind);
    }

    [Fact]
    public async Task A_withdrawn_item_is_on_no_public_exit_and_its_number_stays_taken()
    {
        var number = await host.PublishAsync(Sample("将被撤下的信息"));
        using var office = host.As("office", unit: "office");
        var item = await office.ReadAsync(await host.ItemOf(number));
        using var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/withdraw", item.ETag, new { reason = "内容失效" });
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        using var citizen = host.Anonymous();
        using var gone = await citizen.GetAsync($"{Public}/{number}");
        await gone.ProblemAsync(404, "item-not-found");
        Assert.Empty((await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q=将被撤下的信息")).GetProperty("items").EnumerateArray());
        Assert.NotEqual(number, await host.PublishAsync(Sample()));
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<ItemWithdrawn>().Any(f => f.ItemId == item.Id)),
            "caches learn of it");
    }

    [Fact]
    public async Task Numbers_given_at_the_same_time_are_distinct_and_without_gaps()
    {
        using var officer = host.As("officer", "gaotai", "library");
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await officer.PostAsJsonAsync("/api/catalogue/gaotai/items", Sample($"并发编号{i}", category: "work-news"));
            var item = await officer.CreatedAsync(response);
            using var submitted = await officer.ActAsync(HttpMethod.Post, $"/api/catalogue/gaotai/items/{item.Id}/submit", item.ETag);
            Assert.Equal(HttpStatusCode.NoContent, submitted.StatusCode);
            ids.Add(item.Id);
        }

        var requests = await Task.WhenAll(ids.Select(host.RequestFor));
        await Task.WhenAll(requests.Select(r => host.Conclude(r, ReviewOutcome.Approved)));
        await Eventually.Holds(async () => await host.Query(db => db.Publications.CountAsync(p => p.Authority == "gaotai")) == 12,
            "all are published");
        var numbers = await host.Query(db => db.Publications.Where(p => p.Authority == "gaotai").Select(p => p.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12), numbers.Select(n => int.Parse(n[5..], System.Globalization.CultureInfo.InvariantCulture))
            .Order());
    }
}
