using System.Diagnostics;
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
        if (await FindHomeAsync() is not { } home) return;
        var work = Path.Combine(Repository.TestOutput, "keycloak");
        // The build below it is kept from run to run; people and sessions are not.
        if (Directory.Exists(Path.Combine(work, "data"))) Directory.Delete(Path.Combine(work, "data"), recursive: true);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        server = await KeycloakServer.StartAsync(home, RealmFile, work, Path.Combine(Repository.TestOutput, "keycloak.log"), RealmVariables, limit.Token);
    }

    protected override ValueTask StopAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary><c>KEYCLOAK_HOME</c>, else the archive beside the repository, unpacked once below <c>.local/</c>.</summary>
    private async Task<string?> FindHomeAsync()
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(':').All(directory => !File.Exists(Path.Combine(directory, "java")))
            && Environment.GetEnvironmentVariable("JAVA_HOME") is null)
        {
            SkipReason = "Keycloak needs Java 17 (package openjdk-17-jre-headless), which is not installed.";
            return null;
        }

        if (Environment.GetEnvironmentVariable("KEYCLOAK_HOME") is { Length: > 0 } home) return home;
        var unpacked = Path.Combine(Repository.Root, ".local", "keycloak");
        if (Directory.Exists(unpacked)) return unpacked;
        var archive = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tools", "keycloak.tar.xz"));
        if (!File.Exists(archive))
        {
            SkipReason = "There is no Keycloak: KEYCLOAK_HOME is not set and ../shared/tools/keycloak.tar.xz does not exist.";
            return null;
        }

        // Beside its final place, so that an interrupted run leaves no half of a Keycloak there.
        var arriving = Directory.CreateDirectory(unpacked + ".arriving").FullName;
        using (var tar = Process.Start("tar", ["-xJf", archive, "-C", arriving])) await tar.WaitForExitAsync();
        Directory.Move(Path.Combine(arriving, "keycloak"), unpacked);
        Directory.Delete(arriving, recursive: true);
        return unpacked;
    }
}
