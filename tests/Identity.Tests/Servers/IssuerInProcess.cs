using System.Text.Json.Nodes;
using Disclosure.DevelopmentIssuer.Login;
using Disclosure.DevelopmentIssuer.Protocol;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>The development issuer inside the test, for its clock.</summary>
internal sealed class IssuerInProcess : IAsyncDisposable
{
    private readonly WebApplication app;

    private IssuerInProcess(WebApplication app, FakeTimeProvider clock) => (this.app, Clock) = (app, clock);

    public FakeTimeProvider Clock { get; }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Serves the committed realm file as <paramref name="change"/> leaves it.</summary>
    public static async Task<IssuerInProcess> StartAsync(Action<JsonNode>? change = null)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(IssuerUnderTest.RealmFile))!;
        change?.Invoke(file);
        var realm = RealmReader.Parse(file.ToJsonString(), name => IssuerUnderTest.RealmVariables.GetValueOrDefault(name));
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(realm);
        builder.AddProtocol(realm).AddLogin(realm);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = builder.Build();
        app.UseRealmAddress(realm);
        app.UseAuthentication();
        app.MapProtocol();
        app.MapLogin();
        await app.StartAsync();
        return new IssuerInProcess(app, clock);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
