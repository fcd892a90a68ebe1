using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Disclosure.Catalogue.Tests;

/// <summary>What officers do with files, as sentences.</summary>
internal static class Attaching
{
    public static Task<HttpResponseMessage> SendFileAsync(this HttpClient client, Read item, string name, string text,
        string? replaces = null) => client.SendFileAsync(item, name, Encoding.UTF8.GetBytes(text), replaces);

    public static async Task<HttpResponseMessage> SendFileAsync(this HttpClient client, Read item, string name, byte[] file,
        string? replaces = null)
    {
        using var content = new ByteArrayContent(file);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post,
            $"{StaffClient.Items}/{item.Id}/attachments{(replaces is null ? "" : $"?replaces={replaces}")}")
        {
            Content = form,
        };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(item.ETag));
        return await client.SendAsync(request);
    }

    /// <summary>Attaches a file and reads the item as it is then.</summary>
    public static async Task<Read> AttachAsync(this HttpClient client, Read item, string name, string text, string? replaces = null)
    {
        using var response = await client.SendFileAsync(item, name, text, replaces);
        return await client.ChangedAsync(item.Id, response);
    }

    public static Task<HttpResponseMessage> ArrangeAsync(this HttpClient client, Read item, params (string Digest, string Name)[] files)
        => client.ActAsync(HttpMethod.Put, $"{StaffClient.Items}/{item.Id}/attachments", item.ETag,
            new { attachments = files.Select(file => new { digest = file.Digest, name = file.Name }) });

    public static List<JsonElement> Files(this Read item) => [.. item.Json.GetProperty("attachments").EnumerateArray()];

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static IEnumerable<string> Names(this Read item) => item.Files().Select(file => file.Text("name"));
}
