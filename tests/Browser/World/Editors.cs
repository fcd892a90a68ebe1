using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.BrowserTests.World;

/// <summary>Staff who work through the gateway's API with tokens of their own, as the command line does.</summary>
internal sealed class Editors(string portal, string issuer) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(portal) };
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> tokens = [];

    public void Dispose() => http.Dispose();

    /// <summary>Drafts, submits and approves; ends when the item is public. Returns its number.</summary>
    public async Task<string> PublishAsync(string authority, object content, params string[] reviewers)
    {
        var id = await SubmitAsync(authority, content);
        foreach (var reviewer in reviewers) await ApproveAsync(authority, id, reviewer);
        return await NumberOfAsync(authority, id);
    }

    /// <summary>The public number of an item, once it is published.</summary>
    public async Task<string> NumberOfAsync(string authority, Guid id)
    {
        string? number = null;
        await Eventually.Holds(async () =>
        {
            var item = await GetAsync($"/api/catalogue/{authority}/items/{id}", $"{authority}-officer");
            number = item.GetProperty("number").GetString();
            return item.GetProperty("state").GetString() == "published";
        }, $"item {id} is published");
        return number!;
    }

    /// <summary>撤下, by the office.</summary>
    public async Task WithdrawAsync(string authority, Guid id, string reason)
    {
        var user = $"{authority}-office";
        using var item = await SendAsync(HttpMethod.Get, $"/api/catalogue/{authority}/items/{id}", user, null);
        using var withdrawn = await SendAsync(HttpMethod.Post, $"/api/catalogue/{authority}/items/{id}/withdraw", user, new { reason },
            item.Headers.ETag!.ToString());
    }

    public async Task<Guid> SubmitAsync(string authority, object content, string role = "officer")
    {
        var (item, version) = await DraftAsync(authority, content, role);
        await SendAsync(HttpMethod.Post, $"/api/catalogue/{authority}/items/{item}/submit", $"{authority}-{role}", null, version);
        return item;
    }

    public async Task<(Guid Id, string Version)> DraftAsync(string authority, object content, string role = "officer")
    {
        using var response = await SendAsync(HttpMethod.Post, $"/api/catalogue/{authority}/items", $"{authority}-{role}", content);
        return ((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), response.Headers.ETag!.ToString());
    }

    /// <summary>Address of the item's newest case, once Review has opened it.</summary>
    public async Task<string> CaseOfAsync(string authority, Guid item, string role = "head")
    {
        string? id = null;
        await Eventually.Holds(async () =>
        {
            var cases = (await GetAsync($"/api/review/{authority}/cases/by-subject/{item}", $"{authority}-{role}")).GetProperty("items");
            id = cases.GetArrayLength() == 0 ? null : cases[0].GetProperty("id").GetString();
            return id is not null;
        }, $"the case of {item} is open");
        return $"/staff/cases/{id}";
    }

    /// <summary>Does something by a command; returns the id of what it created, if it created something.</summary>
    public async Task<Guid?> PostAsync(string address, string user, object? content = null)
    {
        using var response = await SendAsync(HttpMethod.Post, address, user, content);
        return response.StatusCode == HttpStatusCode.Created
            ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid() : null;
    }

    public async Task<JsonElement> GetAsync(string address, string user)
    {
        using var response = await SendAsync(HttpMethod.Get, address, user, null);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Decides the reviewer's next step of the item's newest case.</summary>
    public Task ApproveAsync(string authority, Guid item, string role) => DecideAsync(authority, item, role, "approve", null);

    /// <summary>Decides the role's next step of the item's newest case.</summary>
    public async Task DecideAsync(string authority, Guid item, string role, string outcome, string? reason)
    {
        Guid id = default;
        await Eventually.Holds(async () =>
        {
            // A round handed in again is a new case, which may still be on its way.
            var cases = (await GetAsync($"/api/review/{authority}/cases/by-subject/{item}", $"{authority}-{role}")).GetProperty("items");
            if (cases.GetArrayLength() == 0) return false;
            id = cases[0].GetProperty("id").GetGuid();
            return (await GetAsync($"/api/review/{authority}/cases/{id}", $"{authority}-{role}")).GetProperty("decisions")
                .GetArrayLength() > 0;
        }, $"{authority}-{role} may decide about {item}");
        await DecideCaseAsync(authority, id, role, outcome, reason);
    }

    /// <summary>Decides the role's next step of a case.</summary>
    public async Task DecideCaseAsync(string authority, Guid id, string role, string outcome, string? reason)
    {
        var user = $"{authority}-{role}";
        JsonElement review = default;
        await Eventually.Holds(async () =>
        {
            // What was asked for by message may not have arrived yet.
            using var answer = await SendAsync(HttpMethod.Get, $"/api/review/{authority}/cases/{id}", user, null, mayBeMissing: true);
            if (answer.StatusCode == HttpStatusCode.NotFound) return false;
            review = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return review.GetProperty("decisions").GetArrayLength() > 0;
        }, $"{user} may decide the case {id}");
        await SendAsync(HttpMethod.Post, $"/api/review/{authority}/cases/{id}/decisions", user, new
        {
            step = review.GetProperty("decisions")[0].GetProperty("step").GetString(),
            outcome,
            reason,
            digest = review.GetProperty("contentDigest").GetString(),
            checklist = review.GetProperty("checklist").EnumerateArray().Select(question => question.GetProperty("code").GetString())
            .ToArray(),
        });
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string user, object? body, string? version = null,
        bool mayBeMissing = false)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        if (body is not null) request.Content = JsonContent.Create(body);
        if (version is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode || (mayBeMissing && response.StatusCode == HttpStatusCode.NotFound),
            $"{method} {address} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return response;
    }

    private async Task<string> TokenAsync(string user)
    {
        // A token lives five minutes, a slow run longer.
        var now = TimeProvider.System.GetUtcNow();
        if (tokens.TryGetValue(user, out var known) && now < known.Until) return known.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "disclosure-cli",
            ["username"] = user,
            ["password"] = "disclosure",
        });
        using var response = await http.PostAsync(new Uri($"{issuer}/protocol/openid-connect/token"), form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
        tokens[user] = (token, now.AddMinutes(4));
        return token;
    }
}
