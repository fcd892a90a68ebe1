using System.Net;
using Disclosure.Contracts.Facts;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Facts;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What counts of an item: its publication, each new version, and its end.</summary>
public sealed class FactTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    [Fact]
    public async Task An_item_counts_when_it_is_published_revised_and_withdrawn_and_never_before()
    {
        using var officer = host.As("officer");
        using var office = host.As("office", unit: "office");
        var item = await officer.DraftAsync(Sample("统计事实所记的信息"));
        await officer.SubmitAsync(item);
        Assert.Empty(await Of(item.Id));
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");
        var first = Assert.Single(await Of(item.Id));
        var published = Assert.IsType<ItemPublishedFact>(first.Told().Body);
        var category = (await officer.ReadAsync(item.Id)).Json.GetProperty("category").GetString();
        Assert.Equal((category, DisclosureAttribute.Proactive, DisclosureScope.Public, new DateOnly(2026, 11, 2)),
            (published.Category, published.Attribute, published.Scope, published.ProducedOn));
        Assert.Equal(["portal"], published.Channels);
        Assert.Equal((SubjectKinds.CatalogueItem, "art", LegalDay.Today(TimeProvider.System)),
            (first.SubjectKind, first.Unit, first.CountsOn));

        item = await officer.ReadAsync(item.Id);
        using var revise = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", item.ETag);
        await officer.SubmitAsync(await officer.ChangedAsync(item.Id, revise));
        await Eventually.Holds(() => Task.FromResult(host.Requests.Count(r => r.SubjectId == item.Id) == 2), "the revision was handed in");
        await host.Conclude(host.Requests.Last(r => r.SubjectId == item.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");
        item = await office.ReadAsync(item.Id);
        using var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/withdraw", item.ETag, new { reason = "内容有误" });
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal([new ItemRevisedFact(category!, 2, null), new ItemWithdrawnFact(category!, first.CountsOn)],
            (await Of(item.Id)).Skip(1).Select(fact => fact.Told().Body));
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<FactsRecorded>().SelectMany(told => told.Facts)
            .Count(fact => fact.SubjectId == item.Id) == 3), "all of it was told");
        Assert.All(await Of(item.Id), fact => Assert.DoesNotContain("统计事实所记的信息", fact.Body, StringComparison.Ordinal));
    }

    private Task<List<KeptFact>> Of(Guid item) => host.Query(db => db.Facts.AsNoTracking().Where(fact => fact.SubjectId == item)
        .OrderBy(fact => fact.Number).ToListAsync());
}
