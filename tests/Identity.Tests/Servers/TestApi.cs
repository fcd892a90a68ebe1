using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>A service as every service is made, with one endpoint per guard.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestApi(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<TestApi> StartAsync(string issuer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Identity:Issuer"] = issuer;
        builder.AddServiceDefaults().AddStaffAuthentication();
        var app = builder.Build();
        app.UseServiceDefaults();
        var api = app.MapGroup("/api/probe/{authority}");
        var staff = api.MapGroup("").RequireOwnAuthority();
        staff.MapGet("me", (HttpContext http) => http.User.Staff());
        staff.MapGet("heads", () => "head").RequireRole(Roles.Head, Roles.Deputy);
        staff.MapPost("drafts", (Draft draft) => draft.Title).RequireRole(Roles.Officer);
        api.MapGet("calls", (HttpContext http) => http.User.Machine("hotline-12345")).RequireMachine("hotline-12345");
        api.MapPost("notices/holding", (HttpContext http) => http.User.Machine(MachineClients.Notifier))
            .RequireMachine(MachineClients.Notifier);
        await app.StartAsync();
        return new TestApi(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token) => SendAsync(HttpMethod.Get, path, token);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await http.SendAsync(request);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal sealed record Draft(string Title);
}
