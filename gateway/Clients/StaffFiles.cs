using System.Net.Http.Headers;
using Disclosure.Contracts.Catalogue.Api;

namespace Disclosure.Gateway.Clients;

/// <summary>What of Catalogue has to do with files, for the signed-in person: with the patience that reading files needs.</summary>
internal sealed class StaffFiles(HttpClient http) : ServiceClient(http)
{
    /// <summary>导入.</summary>
    public Task<Answer<Receipt>> ImportAsync(string authority, IFormFile file, string? category, string key,
        CancellationToken cancellation)
        => SendAsync($"api/catalogue/{authority}/items/import", file, request => request.Headers.Add("Idempotency-Key", key), cancellation,
            string.IsNullOrEmpty(category) ? null : ("category", category));

    /// <summary>添加附件, or replaces one.</summary>
    public Task<Answer<Receipt>> AttachAsync(string authority, Guid item, IFormFile file, string? replaces, string version,
        CancellationToken cancellation)
        => SendAsync($"{Item(authority, item)}/attachments"
            + (string.IsNullOrEmpty(replaces) ? "" : $"?replaces={Uri.EscapeDataString(replaces)}"),
            file, request => Match(request, version), cancellation);

    /// <summary>送审: the release gate reads the files of the item.</summary>
    public Task<Answer<Receipt>> SubmitAsync(string authority, Guid item, string? version, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"{Item(authority, item)}/submit", null, cancellation, version);

    /// <summary>What the release gate would say.</summary>
    public Task<Answer<ReleaseCheckView>> CheckAsync(string authority, Guid item, CancellationToken cancellation)
        => GetAsync<ReleaseCheckView>($"{Item(authority, item)}/release-check", cancellation);

    private static string Item(string authority, Guid item) => $"api/catalogue/{authority}/items/{item}";

    private static void Match(HttpRequestMessage request, string version)
    {
        if (EntityTagHeaderValue.TryParse(version, out var tag)) request.Headers.IfMatch.Add(tag);
    }

    private async Task<Answer<Receipt>> SendAsync(string address, IFormFile file, Action<HttpRequestMessage> tag,
        CancellationToken cancellation, (string Name, string Value)? further = null)
    {
        await using var stream = file.OpenReadStream();
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", Path.GetFileName(file.FileName));
        if (further is var (name, value)) form.Add(new StringContent(value), name);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        tag(request);
        return await CommandAsync(request, cancellation);
    }
}
