using System.Net;
using Disclosure.Contracts;
using Disclosure.Gateway.Tests.Front;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Printing;
using Xunit;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>The rules of one's own authority, on the page and to be printed.</summary>
public sealed class RulesPageTests
{
    private static readonly PackPrint Print = PackPrint.Of(RulePacks.Load(), "bijie", LegalDay.Today(TimeProvider.System))!;

    [Fact]
    public async Task Every_value_stands_on_the_page_and_what_is_open_comes_first()
    {
        await using var played = await PlayedServices.StartAsync();
        var (status, text, _) = await played.GetAsync("/staff/rules");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(Print.Rows, row => Assert.Contains($"id=\"{row.Anchor}\"", text, StringComparison.Ordinal));
        Assert.All(Print.Sections, section => Assert.Contains($"href=\"/staff/rules#{section.Anchor}\"", text, StringComparison.Ordinal));
        Assert.Contains("待单位确认（5 项）", text, StringComparison.Ordinal);
        Assert.Contains("来源待核实（1 项）", text, StringComparison.Ordinal);
        Assert.Contains("由本单位法制机构确认", text, StringComparison.Ordinal);
        Assert.Contains("一项可以有几个标注，各计一次。", text, StringComparison.Ordinal);
        Assert.All(Print.Open, row => Assert.InRange(text.IndexOf(row.Citation.Unconfirmed!, StringComparison.Ordinal), 1,
            text.IndexOf("目录</h2>", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_page_of_the_workbench_leads_there_and_no_public_one()
    {
        await using var played = await PlayedServices.StartAsync();
        Assert.Contains("href=\"/staff/rules\"", (await played.GetAsync("/staff")).Text, StringComparison.Ordinal);
        await using var front = await FrontServer.StartAsync();
        Assert.DoesNotContain("/staff/rules", (await front.SendAsync(HttpMethod.Get, "/bijie", null)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_to_be_signed_brings_its_own_style_and_nothing_else_is_let_in()
    {
        await using var played = await PlayedServices.StartAsync();
        var (status, text, answer) = await played.GetAsync("/staff/rules/print");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Print.Fingerprint, text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/staff/rules\">返回本机关规则</a>", text, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith($"default-src 'none'; style-src {PackPrintHtml.StyleSource(Print)}", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_reads_neither()
    {
        await using var played = await PlayedServices.StartAsync();
        played.Refuses("GET review/me", HttpStatusCode.Forbidden, PeopleFailures.HasLeft.Code, PeopleFailures.HasLeft.Title);
        foreach (var address in (string[])["/staff/rules", "/staff/rules/print"])
        {
            var (status, text, _) = await played.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.DoesNotContain("待单位确认", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_reads_either_without_signing_in()
    {
        await using var front = await FrontServer.StartAsync();
        foreach (var address in (string[])["/staff/rules", "/staff/rules/print"])
            Assert.NotEqual(HttpStatusCode.OK, (await front.SendAsync(HttpMethod.Get, address, null)).Status);
    }
}
