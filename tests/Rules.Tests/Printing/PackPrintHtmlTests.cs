using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Printing;
using Disclosure.Rules.Tests.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Printing;

/// <summary>The print as a document.</summary>
public sealed partial class PackPrintHtmlTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly RulePacks Packs = RulePacks.Load();

    public static TheoryData<string> All() => [RulePacks.National, .. Packs.All.Select(pack => pack.Authority)];

    [Theory]
    [MemberData(nameof(All))]
    public void It_needs_nothing_else_and_every_link_leads_somewhere(string name)
    {
        var html = PackPrintHtml.Of(PackPrint.Of(Packs, name, Day)!);
        Assert.DoesNotMatch("src=|<link|<script|@import|url\\(|http", html);
        Assert.Contains("<html lang=\"zh-CN\">", html, StringComparison.Ordinal);
        var ids = Ids().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(Links().Matches(html).Select(match => match.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void It_begins_with_the_open_readings_and_ends_with_signatures_and_the_version()
    {
        var print = PackPrint.Of(Packs, "bijie", Day)!;
        var html = PackPrintHtml.Of(print);
        string[] order = ["待单位确认（5 项）", "标注与项数", "<h2>目录</h2>", "<h2>1　机关与代码</h2>", "核对意见", "法制机构（签字）", "单位负责人（签字）",
            "2026年12月1日的规则打印", print.Fingerprint];
        Assert.Equal(order, order.OrderBy(words => html.LastIndexOf(words, StringComparison.Ordinal)));
        Assert.All(print.Open, row => Assert.Equal(2, Regex.Count(html, Regex.Escape(row.Citation.Unconfirmed!))));
    }

    [Fact]
    public void What_was_not_read_has_a_label_of_its_own_and_is_listed_apart_from_open_readings()
    {
        var print = PackPrint.Of(Packs, "bijie", Day)!;
        var row = Assert.Single(print.Unverified);
        Assert.Equal(("limits.publication.double-publicity", true), (row.Place, row.Labels.Contains(BasisLabel.Unverified)));
        Assert.DoesNotContain(row, print.Open);
        Assert.Contains("<h2>来源待核实（1 项）</h2>", PackPrintHtml.Of(print), StringComparison.Ordinal);
        Assert.Contains(BasisLabels.HowConfirmed, PackPrintHtml.Of(print), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_has_no_code_and_no_pattern_that_only_programs_read(string name)
    {
        var html = PackPrintHtml.Of(PackPrint.Of(Packs, name, Day)!);
        foreach (var word in (string[])["正则", "规则包 ", "容忍", "条（篇、次）", "，属", "部署时"])
            Assert.DoesNotContain(word, html, StringComparison.Ordinal);
        if (name is not "gaotai") Assert.DoesNotContain("产业促进股", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_value_is_another_version_and_another_day_is_not()
    {
        var (bijie, later) = (PackPrint.Of(Packs, "bijie", Day)!, PackPrint.Of(Packs, "bijie", Day.AddDays(1))!);
        Assert.Equal(bijie.Fingerprint, later.Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", bijie.Fingerprint);
        using var directory = new PackDirectory().With("bijie", pack => pack["contact"]!["phone"] = "08578222294");
        Assert.NotEqual(bijie.Fingerprint, PackPrint.Of(RulePacks.Load(directory.FullName), "bijie", Day)!.Fingerprint);
    }

    [Fact]
    public void What_a_pack_writes_is_text_and_never_markup()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["contact"]!["address"] = "</td><script>alert(1)</script>");
        var html = PackPrintHtml.Of(PackPrint.Of(RulePacks.Load(directory.FullName), "bijie", Day)!);
        Assert.Contains("&lt;/td&gt;&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_sheet_that_a_policy_admits_is_the_one_that_stands_in_the_document()
    {
        var print = PackPrint.Of(Packs, "gaotai", Day)!;
        var style = Style().Match(PackPrintHtml.Of(print)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"'sha256-{hash}'", PackPrintHtml.StyleSource(print));
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
