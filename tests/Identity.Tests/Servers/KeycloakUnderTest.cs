using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
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
        using var http = await AdministratorAsync();
        using var response = await http.PostAsJsonAsync(Realm("components"), new
        {
            name = "newer",
            providerId = "rsa-generated",
            providerType = "org.keycloak.keys.KeyProvider",
            config = new Dictionary<string, string[]>
            {
                ["priority"] = ["1000"],
                ["enabled"] = ["true"],
                ["active"] = ["true"],
                ["algorithm"] = ["RS256"]
            },
        });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A new person of a role, as an administrator makes one: with a password and nothing else.</summary>
    public async Task AppointAsync(string user, string role)
    {
        using var http = await AdministratorAsync();
        using var created = await http.PostAsJsonAsync(Realm("users"), new
        {
            username = user,
            enabled = true,
            firstName = user,
            attributes = new Dictionary<string, string[]> { ["authority"] = ["bijie"], ["unit"] = ["office"] },
            credentials = new[] { new { type = "password", value = "disclosure", temporary = false } },
        });
        created.EnsureSuccessStatusCode();
        var appointed = await http.GetFromJsonAsync<JsonElement>(Realm("roles/" + role));
        using var answer = await http.PostAsJsonAsync(new Uri(created.Headers.Location + "/role-mappings/realm"), new[] { appointed });
        answer.EnsureSuccessStatusCode();
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

    private Uri Realm(string path) => new($"{server.Address(Name)}admin/realms/disclosure/{path}");

    private async Task<HttpClient> AdministratorAsync()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAnotherRealmAsync());
        return http;
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
