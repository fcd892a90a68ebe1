using System.Globalization;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What comes out of the printer: all of the text, and nothing that only a screen can do.</summary>
[Collection("portal")]
public sealed class PrintedPages(Stack stack, Chromium chromium)
{
    /// <summary>What A4 leaves between the margins of the print sheet, CSS px.</summary>
    private const int Paper = 661;

    /// <summary>The whole of A4, by which the browser answers media queries for paper, CSS px.</summary>
    private const int Sheet = 794;

    /// <summary>What is cut off at the edge of the paper or of a box, and what nobody can press on paper.</summary>
    private const string Faults = """
        width => {
          const faults = [];
          const name = e => e.outerHTML.slice(0, 100);
          const seen = e => e.checkVisibility() && !e.closest('.visually-hidden');
          for (const e of document.querySelectorAll('main *')) {
            if (!seen(e)) continue;
            const style = getComputedStyle(e);
            // The words of many are cut on purpose: each stands whole on its own page.
            if (style.overflowY !== 'visible' && !e.matches('.excerpt') && e.scrollHeight > e.clientHeight + 1)
              faults.push(`cut below: ${name(e)}`);
            if (style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) faults.push(`cut beside: ${name(e)}`);
            if (e.getBoundingClientRect().right > width + 1) faults.push(`beyond the paper: ${name(e)}`);
            if (e.matches('tr') && style.breakInside !== 'avoid') faults.push(`breaks across pages: ${name(e)}`);
            if (e.matches('form, button, input:not([type=hidden]), select, .btn, :not(.long) > summary'))
              faults.push(`cannot be used: ${name(e)}`);
          }
          const linesOf = e => {
            const range = document.createRange();
            range.selectNodeContents(e);
            return new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.bottom / 6))).size;
          };
          for (const e of document.querySelectorAll('main table.work td')) {
            const style = getComputedStyle(e);
            const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            if (seen(e) && linesOf(e) > 1 && room < 4 * parseFloat(style.fontSize)) faults.push(`${Math.round(room)} px wide: ${name(e)}`);
          }
          for (const e of document.querySelectorAll('main table.work td.subject'))
            for (const other of e.parentElement.querySelectorAll('td:not(.subject, .words)'))
              if (seen(e) && linesOf(e) > 2 && other.clientWidth > e.clientWidth) faults.push(`wider than the matter: ${name(other)}`);
          for (const e of document.querySelectorAll('main table.work :is(th, td.when, .unbroken, .state)'))
            if (seen(e) && linesOf(e) > 1) faults.push(`short and not on one line: ${name(e)}`);
          for (const t of document.querySelectorAll('main table.work')) {
            if (seen(t) && t.getBoundingClientRect().width < width - 1) faults.push('a table leaves some of the sheet empty');
            const head = getComputedStyle(t.tHead);
            if (head.position !== 'static' || head.display !== 'table-header-group') faults.push('a table has lost its head');
          }
          return faults;
        }
        """;

    [Fact]
    public async Task A_comparison_is_printed_to_its_end()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 120).Select(n => $"第{n}条　场馆开放的有关事项按照本办法执行，任何单位不得擅自变更。"));
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于印发场馆管理办法的通知", body = text, category = "public-concern" });
        await stack.Editors.DecideAsync("bijie", id, "head", "return", "请补充附则。");
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync($"/staff/items/{id}");
            return await officer.GetByText("请补充附则。").CountAsync() > 0;
        }, "the officer reads the reason");
        await officer.GetByLabel("正文").FillAsync(text + "\n\n附则：自公布之日起施行。");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await Eventually.Holds(async () =>
        {
            var review = await stack.Editors.CaseOfAsync("bijie", id);
            await head.GotoAsync(review + "/difference");
            return await head.Locator("ins").CountAsync() > 0;
        }, "the new round is there to be compared");
        await PrintsAllAsync(head, head.Url);
    }

    [Theory]
    [InlineData("bijie-head", "/staff/delegations")]
    [InlineData("bijie-officer", "/staff/items")]
    [InlineData("bijie-officer", "/staff/import")]
    [InlineData("bijie-officer", "/staff/rules")]
    [InlineData("bijie-discipline", "/staff/supervision")]
    [InlineData("bijie-discipline", "/staff/audit?verify=true")]
    [InlineData("bijie-discipline", "/staff/audit?log=catalogue")]
    public async Task A_page_of_the_workbench_is_printed_whole_and_without_what_only_a_screen_can_do(string who, string address)
        => await PrintsAllAsync(await chromium.EnterAsync(stack, who), address);

    [Fact]
    public async Task Names_dates_and_states_stay_whole_beside_whatever_is_long()
    {
        const string title = "关于做好全市公共文化场馆延时开放和错峰预约服务有关工作并进一步规范志愿者培训管理以及场馆安全应急演练组织实施的通知";
        var reason = string.Concat(Enumerable.Repeat("请核对附件三第二栏的数字并说明原因。", 20));
        var mine = await stack.Editors.SubmitAsync("bijie", new { title, body = "正文。", category = "public-concern" });
        await stack.Editors.CaseOfAsync("bijie", mine);
        await stack.Editors.DecideAsync("bijie", mine, "head", "return", reason);
        var waiting = await stack.Editors
            .SubmitAsync("bijie", new { title = title + "（二）", body = "正文。", category = "public-concern" });
        var review = await stack.Editors.CaseOfAsync("bijie", waiting);
        var on = LegalDay.Of(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);
        await (await chromium.EnterAsync(stack, "bijie-deputy")).GotoAsync("/staff");
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await stack.Editors.PostAsync("/api/review/bijie/delegations", "bijie-head",
            new { @delegate = "bijie-deputy", startsOn = on, endsOn = on, reason });
        var row = $".work td:has-text('{title}')";
        await PrintsAllAsync(head, await PageWithAsync(head, "/staff", row), row);
        await PrintsAllAsync(head, "/staff?list=done", $".work td:has-text('{title}')");
        await PrintsAllAsync(head, "/staff/delegations", ".work td:has-text('请核对附件三')");
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await PrintsAllAsync(officer, "/staff/items", $".work td:has-text('{title}')");
        var auditor = await chromium.EnterAsync(stack, "bijie-discipline");
        await PrintsAllAsync(auditor, $"/staff/audit?log=review&case={review.Split('/')[^1]}", $".work td:has-text('{title}')");
    }

    [Fact]
    public async Task A_case_is_printed_without_the_forms_that_decide_it_and_a_draft_as_its_readers_will_see_it()
    {
        const string table = """
            <table>
            <tr><th>场馆名称</th><th>所在地址</th><th>开放时间</th><th>联系电话</th>
            <th>负责人</th><th>可接待人数</th><th>无障碍设施</th><th>停车场</th></tr>
            <tr><td>市图书馆</td><td>七星关区某某街道某某路一百二十八号文化中心北侧</td><td>9:00—18:00</td><td>0857-8222293</td>
            <td>某某某</td><td>800</td><td>有坡道和电梯</td><td>地下两层</td></tr>
            </table>
            """;
        var id = await stack.Editors
            .SubmitAsync("bijie", new { title = "关于公布场馆信息的公告", body = $"场馆如下。\n\n{table}", category = "public-concern" });
        var review = await stack.Editors.CaseOfAsync("bijie", id);
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await PrintsAllAsync(head, review);
        await PrintsAllAsync(head, review + "/sheet");
        var (draft, _) = await stack.Editors.DraftAsync("bijie", new { title = "场馆信息的草稿", body = table, category = "public-concern" });
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await PrintsAllAsync(officer, $"/staff/items/{draft}", ".prose td");
    }

    [Fact]
    public async Task Results_are_printed_with_the_words_searched_for()
    {
        var page = await chromium.OpenAsync(stack);
        await PrintsAllAsync(page, "/bijie/search?q=" + Uri.EscapeDataString("免费开放"), "main h1:has-text('免费开放')");
        await page.GetByRole(AriaRole.Link, new() { Name = Samples.Notice }).ClickAsync();
        await PrintsAllAsync(page, page.Url);
    }

    /// <summary>The page of a list that shows the row: other tests leave work too.</summary>
    private static async Task<string> PageWithAsync(IPage page, string address, string row)
    {
        await page.GotoAsync(address);
        while (await page.Locator(row).CountAsync() == 0)
            await page.GotoAsync((await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).GetAttributeAsync("href"))!);
        return page.Url;
    }

    /// <summary>In both sizes of type, because paper is not wider for the large one.</summary>
    private static async Task PrintsAllAsync(IPage page, string address, string? there = null)
    {
        await page.GotoAsync(address);
        await page.SetViewportSizeAsync(Sheet, 1000);
        await page.EvaluateAsync("width => { document.documentElement.style.width = `${width}px`; }", Paper);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var faults = new List<string>();
        foreach (var display in (string[])["", "elder", "contrast"])
        {
            await page.EvaluateAsync("name => { document.documentElement.className = name; }", display);
            faults.AddRange((await page.EvaluateAsync<string[]>(Faults, Paper)).Select(fault => $"{address} ({display}): {fault}"));
        }

        if (there is not null) await Assertions.Expect(page.Locator(there).First).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { document.documentElement.className = document.documentElement.style.width = ''; }");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
        await page.SetViewportSizeAsync(1280, 900);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }
}
