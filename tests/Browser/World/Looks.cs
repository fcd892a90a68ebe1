using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests.World;

/// <summary>Looks at a page as it stands: on a desktop, on a phone and in the large type of 适老模式, without loading it again.</summary>
internal static class Looks
{
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(e => e.checkVisibility() && !e.closest('p, li .prose, .prose, .visually-hidden, .alert, .message')
        """
        + """
         && !e.classList.contains('skip') && !(e.type == 'checkbox' || e.type == 'radio'))
            .map(e => [e, e.getBoundingClientRect()])
            .filter(([e, r]) => r.height > 0 && r.height < 43.5)
            .map(([e, r]) => `${Math.round(r.height)} px: ${e.outerHTML.slice(0, 120)}`)
        """;

    private static readonly AxeRunOptions OfTheDisplay = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "rule",
            Values = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
        },
    };

    /// <summary>Keeps three pictures and fails on what is inaccessible, too wide or too small to touch.</summary>
    public static async Task AtAsync(IPage page, string name)
    {
        // Whatever the page has moved below the pointer would be on its way to the colours of being hovered.
        await page.Mouse.MoveAsync(0, 0);
        List<string> faults = [.. await ViolationsAsync(page, name)];
        await Chromium.PictureAsync(page, $"{name}-normal-1280");
        await page.SetViewportSizeAsync(390, 844);
        faults.AddRange(await PhoneFaultsAsync(page, name));
        await Chromium.PictureAsync(page, $"{name}-normal-390");
        await DisplayAsync(page, "elder");
        faults.AddRange(await ViolationsAsync(page, name + " (elder)", looksOnly: true));
        faults.AddRange(await PhoneFaultsAsync(page, name + " (elder)"));
        await Chromium.PictureAsync(page, $"{name}-elder-390");
        await DisplayAsync(page, "");
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Empty(faults);
    }

    /// <summary>Adds what is wrong in any display and on phones of 320 and 390 px.</summary>
    public static async Task InEveryDisplayAsync(IPage page, string name, List<string> faults)
    {
        // Both together have the colours of the one and the sizes of the other: larger letters need less contrast, so nothing new can fail.
        foreach (var (display, key) in new[] { ("", "normal"), ("contrast", "contrast"), ("elder", "elder") })
        {
            await DisplayAsync(page, display);
            faults.AddRange(await ViolationsAsync(page, $"{name} ({key})", looksOnly: display.Length > 0));
            await Chromium.PictureAsync(page, $"{name}-{key}-1280");
        }

        foreach (var (width, display, key) in new[] { (320, "elder", "elder"), (320, "", "normal"), (390, "", "normal") })
        {
            await page.SetViewportSizeAsync(width, 844);
            await DisplayAsync(page, display);
            faults.AddRange(await PhoneFaultsAsync(page, $"{name} ({key}, {width} px)"));
        }

        // The last of them is the phone that most people have.
        await Chromium.PictureAsync(page, $"{name}-normal-390");
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>The display is nothing but the class of the root element, which the server writes from a cookie. Written here, it lets
    /// colours pass over into others; what is judged is where they arrive.</summary>
    private static async Task DisplayAsync(IPage page, string display) => await page.EvaluateAsync("""
        name => {
            document.documentElement.className = name;
            return Promise.allSettled(document.getAnimations().map(one => one.finished));
        }
        """, display);

    /// <summary>What axe objects to. A display changes colours and sizes, so behind the normal one only these are judged again.</summary>
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string name, bool looksOnly = false)
    {
        var result = await page.RunAxe(looksOnly ? OfTheDisplay : new AxeRunOptions());
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} {node.Html}"));
    }

    /// <summary>What does not fit a phone: a page that scrolls sideways, targets below 44 px.</summary>
    private static async Task<IEnumerable<string>> PhoneFaultsAsync(IPage page, string name)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return (await page.EvaluateAsync<string[]>(SmallTargets)).Select(target => $"{name}: {target}")
            .Prepend(wide > 0 ? $"{name} is {wide} px too wide" : "").Where(fault => fault.Length > 0);
    }
}
