using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Disclosure.Catalogue.Tests;

/// <summary>An item as read, with the version it was read at.</summary>
public sealed record Read(Guid Id, string ETag, JsonElement Json);

/// <summary>The service's API as sentences.</summary>
internal static class StaffClient
{
    public const string Items = "/api/catalogue/bijie/items";

    public static object Sample(string title = "关于开展群众文化活动的通知", string body = "各有关单位：\n\n现将有关事项通知如下。", string category = "public-concern",
        string[]? conditions = null, string? documentNumber = "毕文广旅通〔2026〕12号")
        => new { title, body, category, documentNumber, producedOn = "2026-11-02", conditions = conditions ?? [] };

    public static async Task<Read> DraftAsync(this HttpClient client, object draft)
    {
        using var response = await client.PostAsJsonAsync(Items, draft);
        return await client.CreatedAsync(response);
    }

    /// <summary>What a command has created, read where it says it is.</summary>
    public static async Task<Read> CreatedAsync(this HttpClient client, HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        using var created = await client.GetAsync(response.Headers.Location);
        return await ReadAsync(created);
    }

    /// <summary>What a command has changed, read at the version it left behind.</summary>
    public static async Task<Read> ChangedAsync(this HttpClient client, Guid id, HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
        var read = await client.ReadAsync(id);
        Assert.Equal(response.Headers.ETag?.Tag, read.ETag);
        return read;
    }

    public static async Task<Read> ReadAsync(this HttpClient client, Guid id)
    {
        using var response = await client.GetAsync($"{Items}/{id}");
        return await ReadAsync(response);
    }

    public static async Task<Read> SubmitAsync(this HttpClient client, Read item)
    {
        using var response = await client.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", item.ETag);
        return await client.ChangedAsync(item.Id, response);
    }

    public static async Task<HttpResponseMessage> ActAsync(this HttpClient client, HttpMethod method, string url, string? etag,
        object? body = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    public static async Task<Read> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        var json = JsonDocument.Parse(text).RootElement;
        return new Read(json.GetProperty("id").GetGuid(), response.Headers.ETag!.Tag, json);
    }

    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"expected {status} {code}, got {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal("urn:disclosure:problem:" + code, problem.GetProperty("type").GetString());
        return problem;
    }
}
