using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Security;
using Disclosure.Rules.Packs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;

namespace Disclosure.Gateway.Portal;

/// <summary>RSS of an authority, and site maps for search engines.</summary>
internal static class Feeds
{
    private static readonly XNamespace SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapFeeds(this WebApplication app)
    {
        var cached = new OutputCacheAttribute { PolicyName = PublicPagePolicy.Name };
        app.MapGet("/{authority}/feed.xml", FeedAsync).WithMetadata(cached).ExcludeFromDescription();
        app.MapGet("/{authority}/sitemap.xml", SiteMapAsync).WithMetadata(cached).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", SiteMapIndex).WithMetadata(cached).ExcludeFromDescription();
        app.MapGet("/robots.txt", (SiteAddresses sites, HttpRequest request) => TypedResults.Text(
            $"User-agent: *\nDisallow: /staff\nDisallow: /api/\nDisallow: /display\nSitemap: {sites.Of(request)}/sitemap.xml\n"))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(string authority, RulePacks packs, PublicCatalogue catalogue, SiteAddresses sites,
        HttpRequest request, CancellationToken cancellation)
    {
        if (!packs.TryGet(authority, out var pack)) return TypedResults.NotFound();
        var page = await catalogue.ListAsync(authority, new PublicItemQuery(Limit: 20), cancellation);
        var home = $"{sites.Of(request)}/{authority}";
        return Xml(new XElement("rss", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "atom", Atom.NamespaceName),
            new XElement("channel",
                new XElement("title", $"{pack.Name}政府信息公开"),
                new XElement("link", home),
                new XElement("description", $"{pack.Name}最新主动公开的政府信息"),
                new XElement("language", "zh-cn"),
                new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"),
                new XAttribute("href", $"{home}/feed.xml")),
                page.Items.Select(item => new XElement("item",
                    new XElement("title", Writable(item.Title)),
                    new XElement("link", $"{home}/items/{item.Number}"),
                    new XElement("guid", new XAttribute("isPermaLink", "false"), item.IndexNumber),
                    new XElement("category", Writable(item.CategoryName ?? item.Category)),
                    new XElement("pubDate", item.PublishedAt.ToString("r", CultureInfo.InvariantCulture)),
                    item.Summary is { Length: > 0 } summary ? new XElement("description", Writable(summary)) : null)))),
                    "application/rss+xml");
    }

    /// <summary>The newest 5,000 items; older ones are found through the category lists.</summary>
    private static async Task<IResult> SiteMapAsync(string authority, RulePacks packs, PublicCatalogue catalogue, SiteAddresses sites,
        HttpRequest request, CancellationToken cancellation)
    {
        if (!packs.TryGet(authority, out var pack)) return TypedResults.NotFound();
        var home = $"{sites.Of(request)}/{authority}";
        var addresses = new List<XElement> { new(SiteMap + "url", new XElement(SiteMap + "loc", home)) };
        addresses.AddRange(pack.Categories
            .Select(category => new XElement(SiteMap + "url", new XElement(SiteMap + "loc", $"{home}/categories/{category.Code}"))));
        addresses.AddRange((await catalogue.NumbersAsync(authority, cancellation)).Select(item => new XElement(SiteMap + "url",
            new XElement(SiteMap + "loc", $"{home}/items/{item.Number}"),
            new XElement(SiteMap + "lastmod", Labels.Date(item.ChangedAt)))));
        return Xml(new XElement(SiteMap + "urlset", addresses), "application/xml");
    }

    private static ContentHttpResult SiteMapIndex(RulePacks packs, SiteAddresses sites, HttpRequest request)
        => Xml(new XElement(SiteMap + "sitemapindex", packs.All.Select(pack => new XElement(SiteMap + "sitemap",
            new XElement(SiteMap + "loc", $"{sites.Of(request)}/{pack.Authority}/sitemap.xml")))), "application/xml");

    /// <summary>Without the characters that XML has no way to write: one title must not take the whole feed away.</summary>
    internal static string Writable(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c))) return text;
        var writable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) writable.Append(rune);
        return writable.ToString();
    }

    private static ContentHttpResult Xml(XElement root, string type)
        => TypedResults.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting),
        $"{type}; charset=utf-8");
}
