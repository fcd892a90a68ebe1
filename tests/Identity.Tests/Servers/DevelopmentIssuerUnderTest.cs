namespace Disclosure.Identity.Tests.Servers;

public sealed class DevelopmentIssuerUnderTest : IssuerUnderTest
{
    private readonly string home = Directory.CreateTempSubdirectory("disclosure-issuer-").FullName;
    private DevelopmentIssuerServer server = null!;

    public override string Issuer => $"http://localhost:{server.Port}/realms/disclosure";

    public override string RefusalSelector => "[role=alert]";

    public override Task ChangeSigningKeyAsync() => server.RestartAsync(NewKeyFile());

    public override async Task<string> TokenOfAnotherRealmAsync()
    {
        var other = Path.Combine(home, "other-realm.json");
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(RealmFile))
            .Replace("\"realm\": \"disclosure\"", "\"realm\": \"other\"", StringComparison.Ordinal));
        await using var stranger = await DevelopmentIssuerServer.StartAsync(other, NewKeyFile());
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "disclosure-cli",
            ["username"] = "bijie-officer",
            ["password"] = "disclosure",
        });
        using var response = await http.PostAsync(new Uri($"http://127.0.0.1:{stranger.Port}/realms/other/protocol/openid-connect/token"),
            form);
        return Json.Parse(await response.Content.ReadAsStringAsync()).Text("access_token");
    }

    protected override async Task StartAsync() => server = await DevelopmentIssuerServer.StartAsync(RealmFile, NewKeyFile());

    protected override async ValueTask StopAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    private string NewKeyFile() => Path.Combine(home, Guid.CreateVersion7().ToString("N"), "issuer.pem");
}
