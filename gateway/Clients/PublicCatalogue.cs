using System.Globalization;
using System.Net;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Gateway.Caching;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>Reads what Catalogue shows to everybody; never with anybody's token, so that a page is the same for all.</summary>
internal sealed class PublicCatalogue(HttpClient http, StaleIfErrorCache copies)
{
    public async Task<Page<PublicItemRow>> ListAsync(string authority, PublicItemQuery query, CancellationToken cancellation)
    {
        var address = QueryHelpers.AddQueryString(Address(authority) + "items", new Dictionary<string, string?>
        {
            ["q"] = Text(query.Q),
            ["category"] = Text(query.Category),
            ["unit"] = Text(query.Unit),
            ["from"] = query.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = query.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["sort"] = Text(query.Sort),
            ["after"] = Text(query.After),
            ["limit"] = query.Limit?.ToString(CultureInfo.InvariantCulture),
        });
        return await copies.GetAsync<Page<PublicItemRow>>(http, address,
            keep: query is { Q: null or "", From: null, To: null, After: null }, cancellation) ?? new([]);
    }

    /// <summary>The item of a number, or null when none is public under it.</summary>
    public Task<PublicItem?> ItemAsync(string authority, string number, CancellationToken cancellation)
        => copies.GetAsync<PublicItem>(http, ItemAddress(authority, number), keep: true, cancellation);

    /// <summary>The numbers of the newest items, at most 5,000.</summary>
    public async Task<IReadOnlyList<PublicNumberRow>> NumbersAsync(string authority, CancellationToken cancellation)
        => await copies.GetAsync<IReadOnlyList<PublicNumberRow>>(http, Address(authority) + "numbers", keep: true, cancellation) ?? [];

    public async Task<IReadOnlyList<PublicCategory>> CategoriesAsync(string authority, CancellationToken cancellation)
        => await copies.GetAsync<IReadOnlyList<PublicCategory>>(http, Address(authority) + "categories", keep: true, cancellation) ?? [];

    /// <summary>What every public address of an authority begins with.</summary>
    public static string Address(string authority) => $"api/catalogue/{authority}/public/";

    /// <summary>Where the item of a number is read.</summary>
    public static string ItemAddress(string authority, string number) => $"{Address(authority)}items/{Uri.EscapeDataString(number)}";

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>A request that a service refuses because of what the reader typed, for instance an impossible date.</summary>
internal sealed class ReaderMistakeException(HttpStatusCode status) : Exception($"The service answered {(int)status}.");
