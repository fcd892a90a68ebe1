using System.Net.Http.Headers;

namespace Disclosure.Gateway.Clients;

/// <summary>Sends a file to Catalogue for the signed-in person, with the patience that reading a file needs.</summary>
internal sealed class StaffImport(HttpClient http) : ServiceClient(http)
{
    public async Task<Answer<Receipt>> SendAsync(string address, IFormFile file, string? category, string key,
        CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", Path.GetFileName(file.FileName));
        if (!string.IsNullOrEmpty(category)) form.Add(new StringContent(category), "category");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Idempotency-Key", key);
        return await CommandAsync(request, cancellation);
    }
}
