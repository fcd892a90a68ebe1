using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests.World;

/// <summary>The one way in which every form of the workbench says what is wrong with its fields.</summary>
internal static class Refusal
{
    /// <summary>Each message leads to a visible control, or to a set of check boxes, that is marked and described by the same
    /// words.</summary>
    private const string Faults = """
        () => {
          const faults = [];
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`#${id} is there twice`);
          for (const message of document.querySelectorAll('#problem li')) {
            const at = message.querySelector('a[href^="#"]')?.getAttribute('href');
            const field = at && document.getElementById(at.slice(1));
            if (!field) { faults.push(`${message.textContent.trim()} leads nowhere: ${at}`); continue; }
            if (!field.checkVisibility()) faults.push(`${at} is not visible`);
            if (!field.matches('input, select, textarea, fieldset[tabindex]')) faults.push(`${at} is no field`);
            const marked = field.matches('fieldset') ? field.querySelector('[aria-invalid=true]') : field;
            if (marked?.getAttribute('aria-invalid') !== 'true') faults.push(`${at} is not marked`);
            const described = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).map(id => document.getElementById(id));
            if (described.includes(null)) faults.push(`${at} is described by nothing`);
            if (!described.some(e => e?.matches('.error') && e.textContent.trim())) faults.push(`${at} has no message beside it`);
          }
          return faults;
        }
        """;

    /// <summary>Expects a refusal that names exactly these fields, by their ids.</summary>
    public static async Task NamesAsync(IPage page, params string[] ids)
    {
        var links = page.Locator("#problem li a");
        await Assertions.Expect(links).ToHaveCountAsync(ids.Length);
        for (var at = 0; at < ids.Length; at++) await Assertions.Expect(links.Nth(at)).ToHaveAttributeAsync("href", $"#{ids[at]}");
        var faults = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        await links.First.ClickAsync();
        await Assertions.Expect(page.Locator($"[id='{ids[0]}']")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>(IsLabelInSight, ids[0]), $"the label of {ids[0]} is out of sight");
    }

    /// <summary>A control that the browser scrolls to lands at the edge of the window, with its label above.</summary>
    private const string IsLabelInSight = """
        id => {
          const field = document.getElementById(id);
          const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? field.querySelector('legend') ?? field;
          const { top, bottom } = label.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }
        """;
}
