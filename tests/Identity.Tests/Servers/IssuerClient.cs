using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>A browser without a screen at the development issuer: cookies, and redirects followed only within the issuer.</summary>
internal sealed partial class IssuerClient : IDisposable
{
    public const string Verifier = "a-verifier-that-is-long-enough-for-the-specification-43";

    private readonly HttpClient http;
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };

    public IssuerClient(int port)
        => http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}/realms/disclosure/") };

    /// <summary>What the gateway asks for when it sends a browser to sign in.</summary>
    public static string AuthorizationQuery { get; } = "protocol/openid-connect/auth?client_id=gateway&response_type=code&scope=openid"
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fsignin-oidc&code_challenge_method=S256&code_challenge="
        + Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The hidden fields of a page's form.</summary>
    public static List<KeyValuePair<string, string>> Fields(string page)
        => [.. HiddenField().Matches(page)
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))];

    public async Task<string> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.Headers.Location is not { } next ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : next.ToString().Contains("code=", StringComparison.Ordinal) && !next.OriginalString.StartsWith('/') ? next.ToString()
            : await GetAsync(next.OriginalString);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SignInAsync(IReadOnlyList<KeyValuePair<string, string>> hidden,
        string user = "bijie-officer", string password = "disclosure")
        => PostAsync("login", [.. hidden, new("username", user), new("password", password)]);

    /// <summary>The password grant: the status and the whole answer.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GrantAsync(string user, string password)
    {
        using var answer = await PostAsync("protocol/openid-connect/token",
            [new("grant_type", "password"), new("client_id", "disclosure-cli"), new("username", user), new("password", password)]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> CodeAsync()
    {
        var answer = await GetAsync(AuthorizationQuery);
        if (!answer.StartsWith("http:", StringComparison.Ordinal))
        {
            using var signedIn = await SignInAsync(Fields(answer));
            answer = await GetAsync(signedIn.Headers.Location!.OriginalString);
        }

        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(answer).Query)["code"].ToString();
    }

    public Task<HttpResponseMessage> RedeemAsync(string code, string verifier) => PostAsync("protocol/openid-connect/token",
        [
            new("grant_type", "authorization_code"), new("code", code), new("code_verifier", verifier),
            new("redirect_uri", "http://127.0.0.1:9/signin-oidc"),
            new("client_id", "gateway"), new("client_secret", "development-only"),
        ]);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]+)">""")]
    private static partial Regex HiddenField();
}
