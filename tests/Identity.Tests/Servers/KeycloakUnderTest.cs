using System.Net.Http.Headers;
using System.Net.Http.Json;
using Disclosure.Runner.Servers;
using Disclosure.Testing;

namespace Disclosure.Identity.Tests.Servers;

public sealed class KeycloakUnderTest : IssuerUnderTest
{
    private KeycloakServer server = null!;

    public override string Issuer => server.Issuer;

    public override string RefusalSelector => "#input-error, #input-error-username, .pf-m-danger, .alert-error";

    public override async Task ChangeSigningKeyAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAnotherRealmAsync());
        using var response = await http.PostAsJsonAsync(new Uri($"{server.Address}/admin/realms/disclosure/components"), new
        {
            name = "newer",
            providerId = "rsa-generated",
            providerType = "org.keycloak.keys.KeyProvider",
            config = new Dictionary<string, string[]> { ["priority"] = ["1000"], ["enabled"] = ["true"], ["active"] = ["true"], ["algorithm"] = ["RS256"] },
        });
        response.EnsureSuccessStatusCode();
    }

    public override async Task<string> TokenOfAnotherRealmAsync()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "admin-cli",
            ["username"] = "admin",
            ["password"] = server.AdminPassword,
        });
        using var response = await http.PostAsync(new Uri($"{server.Address}/realms/master/protocol/openid-connect/token"), form);
        return Json.Parse(await response.Content.ReadAsStringAsync()).Text("access_token");
    }

    protected override async Task StartAsync()
    {
        (var home, SkipReason) = await KeycloakArchive.FindAsync();
        if (home is null) return;
        var work = Path.Combine(Repository.TestOutput, "keycloak");
        // The build below it is kept from run to run; people and sessions are not.
        if (Directory.Exists(Path.Combine(work, "data"))) Directory.Delete(Path.Combine(work, "data"), recursive: true);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        server = await KeycloakServer.StartAsync(home, RealmFile, work, Path.Combine(Repository.TestOutput, "keycloak.log"), RealmVariables, limit.Token);
    }

    protected override ValueTask StopAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
