using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>People at the platform's public address, each with a token of the realm.</summary>
internal sealed class People(Stack stack) : IDisposable
{
    public static readonly IReadOnlyList<string> Authorities = ["bijie", "gaotai", "xinyuan", "jiangxi", "taishan"];

    private readonly HttpClient http = new() { BaseAddress = stack.Portal };
    private readonly Dictionary<string, string> tokens = [];

    public async Task<HttpResponseMessage> SendAsync(string? user, HttpMethod method, string path, HttpContent? content = null,
        string? etag = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (user is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        if (etag is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        return await http.SendAsync(request);
    }

    public async Task<(JsonElement Json, string? ETag)> OkAsync(string user, HttpMethod method, string path, object? body = null,
        string? etag = null)
    {
        using var content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        using var response = await SendAsync(user, method, path, content, etag);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{user} {method} {path}: {(int)response.StatusCode} {text}");
        return (text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.Tag);
    }

    public Task<string> PageAsync(string path) => http.GetStringAsync(path);

    /// <summary>Drafts and submits an item as the officer of 毕节; returns its id.</summary>
    public async Task<Guid> SubmitAsync(string title, string[]? conditions = null)
    {
        var (draft, etag) = await OkAsync("bijie-officer", HttpMethod.Post, "/api/catalogue/bijie/items",
            new { title, body = "系统测试正文。", category = "public-concern", conditions = conditions ?? [] });
        var id = draft.GetProperty("id").GetGuid();
        await OkAsync("bijie-officer", HttpMethod.Post, $"/api/catalogue/bijie/items/{id}/submit", etag: etag);
        return id;
    }

    public async Task<JsonElement> ItemAsync(Guid id)
        => (await OkAsync("bijie-officer", HttpMethod.Get, $"/api/catalogue/bijie/items/{id}")).Json;

    /// <summary>The open review case of an item, once Review has it.</summary>
    public async Task<JsonElement> CaseAsync(Guid item, string user)
    {
        var caseId = (await ItemAsync(item)).GetProperty("caseId").GetGuid();
        JsonElement found = default;
        await Eventually.Holds(async () =>
        {
            using var response = await SendAsync(user, HttpMethod.Get, $"/api/review/bijie/cases/{caseId}");
            if (!response.IsSuccessStatusCode) return false;
            found = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            return true;
        }, "the review case is open", seconds: 120);
        return found;
    }

    /// <summary>Approves the one step that waits for this person.</summary>
    public async Task ApproveAsync(Guid item, string user)
    {
        var review = await CaseAsync(item, user);
        var step = review.GetProperty("decisions").EnumerateArray().Single().GetProperty("step").GetString();
        await OkAsync(user, HttpMethod.Post, $"/api/review/bijie/cases/{review.GetProperty("id").GetGuid()}/decisions",
            Decision(review, step!));
    }

    public static object Decision(JsonElement review, string step) => new
    {
        step,
        outcome = "approve",
        digest = review.GetProperty("contentDigest").GetString(),
        checklist = review.GetProperty("checklist").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ToList(),
    };

    /// <summary>Waits for the publication and shows that there was exactly one.</summary>
    public async Task<string> PublishedOnceAsync(Guid item, string title)
    {
        JsonElement found = default;
        await Eventually.Holds(async () =>
        {
            using var response = await SendAsync("bijie-officer", HttpMethod.Get, $"/api/catalogue/bijie/items/{item}");
            if (!response.IsSuccessStatusCode) return false;
            found = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            return found.GetProperty("state").GetString() == "published";
        }, $"“{title}” is published", seconds: 120);
        Assert.Equal(1, found.GetProperty("revision").GetInt32());
        using var list = await SendAsync(null, HttpMethod.Get, $"/api/catalogue/bijie/public/items?q={Uri.EscapeDataString(title)}");
        var rows = JsonDocument.Parse(await list.Content.ReadAsStringAsync()).RootElement.GetProperty("items");
        Assert.Equal(1, rows.GetArrayLength());
        return found.GetProperty("number").GetString()!;
    }

    /// <summary>An access token of the person.</summary>
    public async Task<string> TokenAsync(string user)
    {
        if (tokens.TryGetValue(user, out var known)) return known;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "disclosure-cli",
            ["username"] = user,
            ["password"] = "disclosure",
            ["scope"] = "openid",
        });
        using var response = await http.PostAsync(new Uri(stack.Issuer + "/protocol/openid-connect/token"), form);
        response.EnsureSuccessStatusCode();
        return tokens[user] = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public void Dispose() => http.Dispose();
}
