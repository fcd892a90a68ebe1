using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Disclosure.Cli.Platform;

/// <summary>Speaks to the gateway as a demonstration account, or as whoever a token was issued to.</summary>
/// <param name="gateway">Address of the portal.</param>
/// <param name="issuer">Address of the realm; not asked when there is a token.</param>
/// <param name="token">An access token; null for demonstration accounts.</param>
internal sealed class PlatformClient(string gateway, string issuer, string? token = null) : IDisposable
{
    /// <summary>Public client for the command line; exists in Development realms only.</summary>
    private const string ClientId = "disclosure-cli";

    private static readonly string[] Words = ["title", "detail"];

    private readonly HttpClient http = new() { BaseAddress = new Uri(gateway.TrimEnd('/') + "/") };
    private readonly Dictionary<string, string> tokens = [];

    /// <summary>Address of the portal.</summary>
    public string Gateway { get; } = gateway;

    /// <summary>The given access token, or else one of a person by the password grant.</summary>
    /// <param name="user">Account name.</param>
    /// <param name="password">Password.</param>
    /// <exception cref="PlatformException">The issuer refuses or cannot be reached.</exception>
    public async Task<string> TokenAsync(string user, string password = "disclosure")
    {
        if (token is not null) return token;
        if (tokens.TryGetValue(user, out var known)) return known;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = ClientId,
            ["username"] = user,
            ["password"] = password,
            ["scope"] = "openid"
        };
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await http.PostAsync(new Uri(issuer.TrimEnd('/') + "/protocol/openid-connect/token"), content);
            if (!response.IsSuccessStatusCode) throw new PlatformException($"身份服务拒绝了账号 {user}（{(int)response.StatusCode}）：账号或密码有误，或账号已停用。");
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return tokens[user] = answer.GetProperty("access_token").GetString()!;
        }
        catch (HttpRequestException failure)
        {
            throw new PlatformException($"无法连接身份服务 {issuer}：{failure.Message}");
        }
    }

    /// <summary>Sends a request as a person; null body for none.</summary>
    /// <exception cref="PlatformException">The platform refuses (with its own words) or cannot be reached.</exception>
    public async Task<Answer> SendAsync(string user, HttpMethod method, string path, HttpContent? content = null, string? etag = null,
        string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        if (etag is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.NotFound && method == HttpMethod.Get) return new Answer(default, null, false);
            if (!response.IsSuccessStatusCode) throw new PlatformException($"{method} {path}：{(int)response.StatusCode} {Problem(text)}");
            return new Answer(text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.Tag, true);
        }
        catch (HttpRequestException failure)
        {
            throw new PlatformException($"无法连接门户 {Gateway}：{failure.Message}");
        }
    }

    /// <summary>Opens a download as a person: the answer's head has arrived, its body not yet.</summary>
    /// <exception cref="PlatformException">The platform refuses (with its own words) or cannot be reached.</exception>
    public async Task<HttpResponseMessage> OpenAsync(string user, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return response;
            using (response)
                throw new PlatformException(
                    $"GET {path}：{(int)response.StatusCode} {Problem(await response.Content.ReadAsStringAsync(cancellation))}");
        }
        catch (HttpRequestException failure)
        {
            throw new PlatformException($"无法连接门户 {Gateway}：{failure.Message}");
        }
    }

    public void Dispose() => http.Dispose();

    private static string Problem(string text)
    {
        try
        {
            var problem = JsonDocument.Parse(text).RootElement;
            var words = Words.Select(n => problem.TryGetProperty(n, out var v) ? v.GetString() : null).Where(v => v is not null);
            var errors = problem.TryGetProperty("errors", out var fields) ? " " + fields.GetRawText() : "";
            return string.Join(' ', words) + errors;
        }
        catch (JsonException)
        {
            return text.Length > 200 ? text[..200] : text;
        }
    }
}

/// <summary>What the platform answered.</summary>
/// <param name="Json">The body; undefined where there is none, as after a command.</param>
/// <param name="ETag">Version of the resource.</param>
/// <param name="Found">False for 404.</param>
internal sealed record Answer(JsonElement Json, string? ETag, bool Found);
