using System.Text.RegularExpressions;
using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Disclosure.BrowserTests.World;

/// <summary>One Chromium for the run; each test gets a context, which is a fresh profile.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private readonly Dictionary<string, string> sessions = [];
    private readonly SemaphoreSlim entrances = new(1);

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        // A bound, reached only by a test that fails: the machine may be busy with the rest of the platform.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium
            .LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = InstalledChromium.Path, Args = InstalledChromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        entrances.Dispose();
    }

    /// <summary>A page of a reader with a window of this size, looking at this portal.</summary>
    public async Task<IPage> OpenAsync(Stack stack, int width = 1280, int height = 900, string? display = null, string? state = null,
        bool scripts = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            BaseURL = stack.Portal,
            StorageState = state,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        if (display is { Length: > 0 })
            await context.AddCookiesAsync([new Cookie { Name = "display", Value = Uri.EscapeDataString(display), Url = stack.Portal }]);
        context.SetDefaultTimeout(120_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody who signed in before: the session of the first sign-in, in a fresh profile.</summary>
    /// <remarks>Most journeys begin at the desk, and the run would be a third longer if each came through the front door.</remarks>
    public async Task<IPage> EnterAsync(Stack stack, string user, int width = 1280, string? display = null, bool scripts = true)
    {
        await entrances.WaitAsync();
        try
        {
            if (!sessions.TryGetValue(user, out var state))
            {
                var first = await SignInAsync(stack, user);
                sessions[user] = state = await first.Context.StorageStateAsync();
                await first.Context.CloseAsync();
            }

            return await OpenAsync(stack, width, display: display, state: state, scripts: scripts);
        }
        finally
        {
            entrances.Release();
        }
    }

    /// <summary>Signs a demonstration account in, from the workbench's front door.</summary>
    public async Task<IPage> SignInAsync(Stack stack, string user, int width = 1280, string? display = null)
    {
        var page = await OpenAsync(stack, width, display: display);
        await page.GotoAsync("/staff");
        await page.Locator("input[name=username]").FillAsync(user);
        await page.Locator("input[name=password]").FillAsync("disclosure");
        await page.Locator("input[name=password]").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/staff$"));
        return page;
    }

    /// <summary>Where pictures are kept.</summary>
    public static string PicturePath(string file)
        => Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.TestOutput, "screenshots")).FullName, file);

    /// <summary>Keeps a picture for people to look at, when they ask for it with <c>DISCLOSURE_PICTURES=1</c>: a run without them is a
    /// minute shorter.</summary>
    public static Task PictureAsync(IPage page, string name) => !Pictures ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = PicturePath(name + ".png"),
            FullPage = true,
        });

    private static readonly bool Pictures = Environment.GetEnvironmentVariable("DISCLOSURE_PICTURES") == "1";
}
