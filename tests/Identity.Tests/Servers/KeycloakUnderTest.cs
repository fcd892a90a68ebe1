using System.Net.Http.Headers;
using System.Net.Http.Json;
using Aspire.Hosting.ApplicationModel;
using Disclosure.Hosting.Keycloak;
using Disclosure.Testing;

namespace Disclosure.Identity.Tests.Servers;

public sealed class KeycloakUnderTest : IssuerUnderTest
{
    private const string Name = "keycloak";
    private TestApplication server = null!;
    private ParameterResource adminPassword = null!;

    public override string Issuer => new Uri(server.Address(Name), "/realms/disclosure").ToString();

    public override string RefusalSelector => "#input-error, #input-error-username, .pf-m-danger, .alert-error";

    public override async Task ChangeSigningKeyAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAnotherRealmAsync());
        using var response = await http.PostAsJsonAsync(new Uri($"{server.Address(Name)}admin/realms/disclosure/components"), new
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
            ["password"] = (await adminPassword.GetValueAsync(CancellationToken.None))!,
        });
        using var response = await http.PostAsync(new Uri($"{server.Address(Name)}realms/master/protocol/openid-connect/token"), form);
        return Json.Parse(await response.Content.ReadAsStringAsync()).Text("access_token");
    }

    protected override async Task StartAsync()
    {
        (var home, SkipReason) = await KeycloakArchive.FindAsync();
        if (home is null) return;
        // The build in this directory is kept from run to run; people and sessions are not.
        server = await TestApplication.StartAsync(builder =>
        {
            (builder.Configuration["KEYCLOAK_HOME"], builder.Configuration["fresh"]) = (home, "true");
            var keycloak = builder.AddKeycloakServer<Projects.DevelopmentIssuer>(Name, RealmFile, realm =>
            {
                foreach (var (name, value) in RealmVariables) realm.EnvironmentVariables[name] = value;
            });
            adminPassword = ((LocalKeycloakResource)keycloak.Resource.Resource).AdminPassword;
        }, [Name], keep: Path.Combine(Repository.TestOutput, "keycloak"));
    }

    protected override ValueTask StopAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
