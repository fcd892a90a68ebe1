using System.Diagnostics;
using System.Net;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>What runs only where it can be had: a real Keycloak, and the dashboard of Aspire.</summary>
public sealed class OptionalPartsTests
{
    private const string Keycloak = """
        , "keycloak": { "type": "container.v0", "image": "quay.io/keycloak/keycloak:26.6", "bindMounts": [{ "source": "realm", "target": "/opt/keycloak/data/import", "readOnly": true }],
            "env": { "KC_BOOTSTRAP_ADMIN_PASSWORD": "{admin.value}", "GATEWAY_CLIENT_SECRET": "{gateway-secret.value}", "HOTLINE_CLIENT_SECRET": "{gateway-secret.value}" },
            "bindings": { "http": { "scheme": "http", "targetPort": 8080 } } },
        "admin": { "type": "parameter.v0", "value": "{admin.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
        "gateway-secret": { "type": "parameter.v0", "value": "{gateway-secret.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } }
        """;

    [Fact]
    public async Task With_KEYCLOAK_HOME_the_realm_is_served_by_Keycloak_itself()
    {
        var (home, reason) = await KeycloakArchive.FindAsync();
        Assert.SkipWhen(home is null, reason ?? "");
        await using var tree = new Tree(frontEnvironment: """, "services__keycloak__http__0": "{keycloak.bindings.http.url}" """, resources: Keycloak);
        var realm = Directory.CreateDirectory(Path.Combine(tree.Root, "realm")).FullName;
        File.Copy(Path.Combine(Repository.Root, "deploy", "keycloak", "disclosure-realm.json"), Path.Combine(realm, "disclosure-realm.json"));
        tree.Variables["KEYCLOAK_HOME"] = home!;

        var (code, output) = await tree.UpAsync("--detach");

        Assert.True(code == 0, output);
        // The development issuer has no such realm; Keycloak has no staff but for the variable that the runner sets.
        Assert.Contains("\"realm\":\"master\"", await tree.GetAsync("keycloak", "/realms/master"), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "password", ["client_id"] = "disclosure-cli", ["username"] = "bijie-officer", ["password"] = "disclosure" });
        var address = new Uri(await tree.GetAsync("front", "/env/services:keycloak:http:0") + "/realms/disclosure/protocol/openid-connect/token");
        using var token = await tree.Http.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
    }

    [Fact]
    public async Task With_the_dashboard_its_page_answers_and_the_projects_report_to_it()
    {
        Assert.SkipUnless(await NpmHasAsync("@microsoft/aspire-cli-linux-x64@13.5.4"), "npm cannot reach the package of the Aspire dashboard from here.");
        await using var tree = new Tree();

        var (code, output) = await tree.UpAsync("--detach", "--dashboard");

        Assert.True(code == 0, output);
        var page = new Uri(tree.State.Dashboard!);
        Assert.Contains($"Dashboard  {tree.State.Dashboard}", output, StringComparison.Ordinal);
        using var answer = await tree.Http.GetAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("http://127.0.0.1:", await tree.GetAsync("front", "/env/OTEL_EXPORTER_OTLP_ENDPOINT"), StringComparison.Ordinal);
        var dashboard = tree.State.Resources.Single(r => r.Name == "dashboard").Processes;

        Assert.Equal(0, (await tree.RunAsync("down")).Code);
        Assert.DoesNotContain(dashboard, process => process.IsAlive);
    }

    private static async Task<bool> NpmHasAsync(string package)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["view", package, "version", "--fetch-retries=0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var version = await npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await errors;
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        return npm.ExitCode == 0 && version.Trim().Length > 0;
    }
}
