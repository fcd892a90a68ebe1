using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Disclosure.Identity.Tests.Servers.Browser))]

namespace Disclosure.Identity.Tests.Servers;

/// <summary>One Chromium for the run; each test gets a context, which is a fresh profile.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium
            .LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = InstalledChromium.Path, Args = InstalledChromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    public async Task<IBrowserContext> NewContextAsync()
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "zh-CN" });
        // A bound, reached only by a test that fails: a Keycloak that has just started builds its themes at the first sign-in.
        context.SetDefaultTimeout(120_000);
        return context;
    }
}
