using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>An item as its authority's staff work on it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">Draft, InReview, Returned, Rejected, Published, Withdrawn.</param>
/// <param name="Title">名称.</param>
/// <param name="Body">正文, Markdown.</param>
/// <param name="Category">Category code.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="IssuingOrgan">发文机关, where it is not the authority.</param>
/// <param name="ProducedOn">成文日期.</param>
/// <param name="Attribute">公开属性: Proactive, OnRequest, Withheld.</param>
/// <param name="Ground">Code of the attribute's ground.</param>
/// <param name="Scope">公开范围: Public, Internal.</param>
/// <param name="Secrecy">涉密情况: Cleared, Undetermined, Classified.</param>
/// <param name="Channels">Channel codes.</param>
/// <param name="Keywords">主题词.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="Conditions">Conditions that switch review steps on.</param>
/// <param name="Interpretations">解读材料 that it names, ids.</param>
/// <param name="Interprets">Documents that it says it explains, ids.</param>
/// <param name="PreDisclosure">预公开 as it was written.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Author">Subject of the drafter.</param>
/// <param name="AuthorName">Name of the drafter.</param>
/// <param name="Number">Public number, once published.</param>
/// <param name="IndexNumber">索引号, once published.</param>
/// <param name="CaseId">Review case, once submitted.</param>
/// <param name="LastReason">Reason of the last return, rejection or withdrawal.</param>
/// <param name="CreatedAt">Creation, UTC.</param>
/// <param name="UpdatedAt">Last change, UTC.</param>
/// <param name="Actions">What the person may do now, of <c>edit, submit, revise, withdraw</c>.</param>
public sealed record StaffItem(Guid Id, string State, string Title, string Body, string Category, string? DocumentNumber,
    string? IssuingOrgan,
    DateOnly? ProducedOn, string Attribute, string? Ground, string Scope, string? Secrecy, IReadOnlyList<string> Channels,
    IReadOnlyList<string> Keywords, string? Summary,
    IReadOnlyList<string> Conditions, IReadOnlyList<Guid> Interpretations, IReadOnlyList<Guid> Interprets, PreDisclosure? PreDisclosure,
    string Unit, string Author,
    string AuthorName, string? Number, string? IndexNumber, Guid? CaseId, string? LastReason, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, IReadOnlyList<string> Actions);

/// <summary>预公开 of a decision: an item or an address, and the days.</summary>
/// <param name="Item">The item with the draft: id, 索引号 or public number.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record PreDisclosure(string? Item, string? Address, DateOnly? From, DateOnly? To);

/// <summary>What accompanies an item, and what its drafter is asked for.</summary>
/// <param name="AsksForInterpretation">Whether an interpretation ought to accompany it.</param>
/// <param name="AsksForPreDisclosure">Whether it ought to have been pre-disclosed.</param>
/// <param name="IsInterpretation">Whether it is interpretation material itself.</param>
/// <param name="Interpretations">解读材料, whichever of the two says so.</param>
/// <param name="Interprets">Documents it explains, whichever of the two says so.</param>
/// <param name="PreDisclosed">The item with the draft that was shown for opinions.</param>
/// <param name="Candidates">Interpretation material that it could name.</param>
public sealed record ItemCompanions(bool AsksForInterpretation, bool AsksForPreDisclosure, bool IsInterpretation,
    IReadOnlyList<CompanionItem> Interpretations,
    IReadOnlyList<CompanionItem> Interprets, CompanionItem? PreDisclosed, IReadOnlyList<CompanionItem> Candidates);

/// <summary>An item that another one names.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">State, as in <see cref="StaffItem"/>.</param>
/// <param name="Title">名称.</param>
/// <param name="Number">Public number, while it is public.</param>
public sealed record CompanionItem(Guid Id, string State, string Title, string? Number);

/// <summary>An item in a staff list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">State, as in <see cref="StaffItem"/>.</param>
/// <param name="Title">名称.</param>
/// <param name="Category">Category code.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="AuthorName">Name of the drafter.</param>
/// <param name="Number">Public number, once published.</param>
/// <param name="LastReason">Reason of the last return, rejection or withdrawal.</param>
/// <param name="UpdatedAt">Last change, UTC.</param>
public sealed record StaffItemRow(Guid Id, string State, string Title, string Category, string Unit, string AuthorName, string? Number,
    string? LastReason, DateTimeOffset UpdatedAt);

/// <summary>What an officer writes; the body of drafting and editing.</summary>
internal sealed record ItemContent(string? Title, string? Body, string? Category, string? DocumentNumber, string? IssuingOrgan,
    DateOnly? ProducedOn, string Attribute,
    string? Ground, string Scope, string Secrecy, IReadOnlyList<string> Channels, IReadOnlyList<string> Keywords, string? Summary,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Interpretations, IReadOnlyList<string> Interprets, PreDisclosure? PreDisclosure);

/// <summary>Catalogue for the signed-in person.</summary>
internal sealed class StaffCatalogue(HttpClient http, StaffImport import) : ServiceClient(http)
{
    public Task<Answer<ListPage<StaffItemRow>>> ListAsync(string authority, string? state, bool mine, string? after,
        CancellationToken cancellation)
    {
        var query = new Dictionary<string, string?> { ["state"] = state, ["mine"] = mine ? "true" : null, ["after"] = after };
        return GetAsync<ListPage<StaffItemRow>>(QueryHelpers
            .AddQueryString(Items(authority), query.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary()), cancellation);
    }

    public Task<Answer<StaffItem>> ItemAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<StaffItem>($"{Items(authority)}/{id}", cancellation);

    public Task<Answer<ItemCompanions>> CompanionsAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<ItemCompanions>($"{Items(authority)}/{id}/companions", cancellation);

    public Task<Answer<Receipt>> DraftAsync(string authority, ItemContent content, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, Items(authority), content, cancellation, key: key);

    public Task<Answer<Receipt>> EditAsync(string authority, Guid id, ItemContent content, string version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Put, $"{Items(authority)}/{id}", content, cancellation, version);

    public Task<Answer<Receipt>> SubmitAsync(string authority, Guid id, string? version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/submit", null, cancellation, version);

    public Task<Answer<Receipt>> ReviseAsync(string authority, Guid id, string? version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/revise", null, cancellation, version);

    public Task<Answer<Receipt>> WithdrawAsync(string authority, Guid id, string? version, string? reason, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/withdraw", new { reason }, cancellation, version);

    public Task<Answer<Receipt>> ImportAsync(string authority, IFormFile file, string? category, string key, CancellationToken cancellation)
        => import.SendAsync($"{Items(authority)}/import", file, category, key, cancellation);

    private static string Items(string authority) => $"api/catalogue/{authority}/items";
}
