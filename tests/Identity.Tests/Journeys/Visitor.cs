using System.Text.Json;
using Disclosure.Identity.Tests.Servers;
using Microsoft.Playwright;

namespace Disclosure.Identity.Tests.Journeys;

/// <summary>A person with a browser at a gateway.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private Visitor(TestGateway gateway, IBrowserContext context, IPage page) => (Gateway, Context, Page) = (gateway, context, page);

    public TestGateway Gateway { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Visitor> ArriveAsync(Browser browser, IssuerUnderTest issuer)
    {
        var gateway = await TestGateway.StartAsync(issuer);
        var context = await browser.NewContextAsync();
        return new Visitor(gateway, context, await context.NewPageAsync());
    }

    public async Task OpenAsync(string path) => await Page.GotoAsync(Gateway.Address + path);

    /// <summary>Opens the staff page and fills in the sign-in form that appears.</summary>
    public async Task SignInAsync(string user, string password = "disclosure")
    {
        await OpenAsync("/staff");
        await Page.FillAsync("#username", user);
        await Page.FillAsync("#password", password);
        await Page.ClickAsync("#kc-login");
    }

    public async Task SignedInAsync(string user)
    {
        await SignInAsync(user);
        await ArrivedAsync(Page, Gateway.Address + "/staff");
    }

    /// <summary>Waits for the address, not for an event of the page: on a busy machine it may be over before anybody listens.</summary>
    public static Task ArrivedAsync(IPage page, string address)
        => Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = 120_000 });

    /// <summary>A request with the browser's cookies.</summary>
    public Task<IAPIResponse> GetAsync(string path)
        => Context.APIRequest.GetAsync(Gateway.Address + path, new APIRequestContextOptions { MaxRedirects = 0 });

    public async Task<(string Access, string Refresh, string Identity)> TokensAsync()
    {
        var json = Json.Parse(await (await GetAsync("/tokens")).TextAsync());
        return (json.Text("access"), json.Text("refresh"), json.Text("identity"));
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
