using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>What items are found by that their state alone does not say.</summary>
internal enum ItemMark
{
    /// <summary>须立即核对: the version that citizens read is to be checked.</summary>
    ToBeChecked,

    /// <summary>认定涉密.</summary>
    FoundSecret,

    /// <summary>审定不发布.</summary>
    NotPublished,
}

/// <summary>Catalogue for the signed-in person.</summary>
internal sealed class StaffCatalogue(HttpClient http, StaffFiles files) : ServiceClient(http)
{
    /// <summary>Items that the person may see. What is published is found whatever becomes of its next version.</summary>
    public Task<Answer<Page<StaffItemRow>>> ListAsync(string authority, ItemState? state, bool mine, string? after,
        CancellationToken cancellation, ItemMark? mark = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["state"] = state is { } one and not ItemState.Published ? Codes.Of(one) : null,
            ["public"] = state == ItemState.Published ? "true" : null,
            ["toBeChecked"] = mark == ItemMark.ToBeChecked ? "true" : null,
            ["foundSecret"] = mark == ItemMark.FoundSecret ? "true" : null,
            ["notPublished"] = mark == ItemMark.NotPublished ? "true" : null,
            ["mine"] = mine ? "true" : null,
            ["after"] = after,
        };
        return GetAsync<Page<StaffItemRow>>(QueryHelpers
            .AddQueryString(Items(authority), query.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary()), cancellation);
    }

    public Task<Answer<StaffItem>> ItemAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<StaffItem>($"{Items(authority)}/{id}", cancellation);

    public Task<Answer<ItemCompanions>> CompanionsAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<ItemCompanions>($"{Items(authority)}/{id}/companions", cancellation);

    public Task<Answer<Receipt>> DraftAsync(string authority, ItemRequest content, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, Items(authority), content, cancellation, key: key);

    public Task<Answer<Receipt>> EditAsync(string authority, Guid id, ItemRequest content, string version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Put, $"{Items(authority)}/{id}", content, cancellation, version);

    public Task<Answer<Receipt>> SubmitAsync(string authority, Guid id, string? version, CancellationToken cancellation)
        => files.SubmitAsync(authority, id, version, cancellation);

    public Task<Answer<Receipt>> ReviseAsync(string authority, Guid id, string? version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/revise", null, cancellation, version);

    public Task<Answer<Receipt>> WithdrawAsync(string authority, Guid id, string? version, string? reason, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/withdraw", new WithdrawItemRequest(reason), cancellation, version);

    public Task<Answer<Receipt>> ConfirmShownAsync(string authority, Guid id, string? version, string? reason,
        CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Items(authority)}/{id}/confirm-shown", new ConfirmShownRequest(reason), cancellation, version);

    public Task<Answer<Receipt>> ImportAsync(string authority, IFormFile file, string? category, string key, CancellationToken cancellation)
        => files.ImportAsync(authority, file, category, key, cancellation);

    public Task<Answer<Receipt>> AttachAsync(string authority, Guid id, IFormFile file, string? replaces, string version,
        CancellationToken cancellation) => files.AttachAsync(authority, id, file, replaces, version, cancellation);

    public Task<Answer<Receipt>> ArrangeAsync(string authority, Guid id, IReadOnlyList<ArrangedAttachment> attachments, string version,
        CancellationToken cancellation)
        => CommandAsync(HttpMethod.Put, $"{Items(authority)}/{id}/attachments", new AttachmentsRequest(attachments), cancellation, version);

    public Task<Answer<ReleaseCheckView>> CheckAsync(string authority, Guid id, CancellationToken cancellation)
        => files.CheckAsync(authority, id, cancellation);

    private static string Items(string authority) => $"api/catalogue/{authority}/items";
}
