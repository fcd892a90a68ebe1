using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>A print as one HTML document that needs nothing else: to be read, printed on A4 and signed.</summary>
public sealed class PackPrintHtml
{
    // Chinese as it is, not as numeric references; what means something to HTML is still encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly PackPrint print;
    private readonly StringBuilder html = new();
    private readonly string style;

    private readonly string? back;

    private PackPrintHtml(PackPrint print, string? back)
        => (this.print, style, this.back) = (print, PackPrintStyle.Of(print.Version), back);

    /// <summary>The document.</summary>
    /// <param name="print">What is printed.</param>
    /// <param name="back">Address of the page that it was opened from, for whoever reads it on a screen; null where there is none.</param>
    /// <returns>HTML.</returns>
    public static string Of(PackPrint print, string? back = null)
    {
        ArgumentNullException.ThrowIfNull(print);
        return new PackPrintHtml(print, back).Document();
    }

    /// <summary>The source by which a content security policy admits the style sheet that stands in the document.</summary>
    /// <param name="print">What is printed.</param>
    /// <returns>For instance <c>'sha256-…'</c>.</returns>
    public static string StyleSource(PackPrint print)
    {
        ArgumentNullException.ThrowIfNull(print);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PackPrintStyle.Of(print.Version))))}'";
    }

    private string Document()
    {
        Raw($"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(print.Name)}：政务公开规则核对稿</title>
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#contents">跳到目录</a>
            <header>{Way}
            <h1>{Text(print.Name)}<br>政务公开规则核对稿</h1>
            </header>
            <main>
            """);
        Summary();
        Contents();
        var before = 0;
        foreach (var section in print.Sections)
        {
            Section(section, before);
            before = section.Rows.Count();
        }

        Signatures();
        Raw("</main>\n</body>\n</html>");
        return html.ToString();
    }

    private string Way => back is null ? "" : $"\n<p class=\"screen\"><a href=\"{Text(back)}\">返回本机关规则</a>"
        + "<span>请用浏览器的“打印”功能打印或存为 PDF。</span></p>";

    private void Summary()
    {
        Raw($"""
            <section>
            <dl class="facts">
            <dt>版本</dt><dd>{print.Version}</dd>
            <dt>打印日期</dt><dd>{Date}</dd>
            <dt>内容</dt><dd>共 {print.Rows.Count()} 项{Text(Numbers)}</dd>
            </dl>
            <h2>待单位确认（{print.Open.Count} 项）</h2>
            """);
        if (print.Open.Count == 0) Raw("<p>没有待单位确认的读法。</p>");
        else
        {
            Raw("<ol class=\"open-list\">");
            foreach (var row in print.Open) Listed(row, row.Citation.Unconfirmed!);
            Raw("</ol>");
        }

        if (print.Unverified is { Count: > 0 } unread)
        {
            Raw($"<h2>来源待核实（{unread.Count} 项）</h2>\n<ol class=\"open-list\">");
            foreach (var row in unread) Listed(row, row.Citation.Unverified!);
            Raw("</ol>");
        }

        Raw($"<p>{Text(BasisLabels.HowConfirmed)}</p>");

        Raw("""
            <h2>标注与项数</h2>
            <p>一项可以有几个标注，各计一次。</p>
            <table>
            <thead><tr><th scope="col" class="label-name">标注</th><th scope="col" class="number">项数</th><th scope="col">含义</th></tr></thead>
            <tbody>
            """);
        foreach (var label in BasisLabels.All)
            Raw($"<tr><th scope=\"row\">{Text(label.Term())}</th><td>{print.CountOf(label)}</td><td>{Text(label.Meaning())}</td></tr>");
        Raw("</tbody>\n</table>\n</section>");
    }

    private void Listed(PrintRow row, string doubt) => Raw($"<li><a href=\"#{row.Anchor}\">{row.Number} {Text(row.FullWhat)}</a>："
        + $"{Text(doubt)}（{Text(row.Basis.ReplaceLineEndings("；"))}）</li>");

    private string Numbers => print.Rules is { } rules ? $"；“规则”后的数字是平台对本单位制度逐条编的序号（{rules.First}–{rules.Last}）" : "";

    private string Date => print.Day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private void Contents()
    {
        Raw("<nav class=\"contents\" id=\"contents\" aria-label=\"目录\" tabindex=\"-1\">\n<h2>目录</h2>\n<ul>");
        foreach (var section in print.Sections)
            Raw($"<li><a href=\"#{section.Anchor}\">{section.Number}　{Text(section.Title)}（{section.Rows.Count()}）</a></li>");
        Raw("<li><a href=\"#sign\">核对与签字</a></li>\n</ul>\n</nav>");
    }

    /// <summary>A section begins on a sheet of its own, unless it and the one before it are short.</summary>
    private void Section(PrintSection section, int before)
    {
        const int few = 8;
        var shared = before is > 0 and <= few && section.Rows.Count() <= few;
        Raw($"<section id=\"{section.Anchor}\"{(shared ? "" : " class=\"sheet\"")}>\n<h2>{section.Number}　{Text(section.Title)}</h2>");
        foreach (var table in section.Tables) Table(section, table);
        Raw("</section>");
    }

    private void Table(PrintSection section, PrintTable table)
    {
        if (section.Tables.Count > 1 || table.Heading != section.Title) Raw($"<h3>{Text(table.Heading)}</h3>");
        Raw("""
            <table class="values">
            <thead><tr><th scope="col" class="number">序号</th><th scope="col" class="what">事项</th><th scope="col">内容</th>
            <th scope="col" class="basis">依据</th><th scope="col" class="labels">标注</th><th scope="col" class="tick">核对</th></tr></thead>
            <tbody>
            """);
        foreach (var row in table.Rows)
        {
            Raw($"<tr id=\"{row.Anchor}\" data-place=\"{Text(row.Place)}\">"
                + $"<td class=\"number\" data-label=\"序号\">{row.Number}</td>"
                + $"<th scope=\"row\">{Text(row.What)}</th><td class=\"text\">{Text(row.Text)}{Open(row)}</td>"
                + $"<td class=\"source\" data-label=\"依据\">{Basis(row)}</td>"
                + $"<td data-label=\"标注\">{string.Join(' ', row.Labels.Select(Label))}</td>"
                + "<td class=\"tick\"></td></tr>");
        }

        Raw("</tbody>\n</table>");
    }

    private static string Open(PrintRow row)
        => row.Doubt is { } doubt ? $"<div class=\"open\">{Text(doubt)}</div>" : "";

    private static string Basis(PrintRow row) => Text(row.Basis)
        + (row.RuleNumbers.Length == 0 ? "" : $"<div class=\"rules\">{Text(row.RuleNumbers)}</div>");

    private static string Label(BasisLabel label) => $"<span class=\"label {Codes.Of(label)}\">{Text(label.Term())}</span>";

    private void Signatures() => Raw($"""
        <section id="sign" class="sheet">
        <h2>核对与签字</h2>
        <p>《{Text(print.Name)}政务公开规则核对稿》{Total}，已与所列依据逐项核对，意见如下：</p>
        <table class="sign">
        <tbody>
        <tr><th scope="row">核对意见</th><td class="opinion" colspan="3"></td></tr>
        <tr><th scope="row">法制机构（签字）</th><td></td><th scope="row">日期</th><td></td></tr>
        <tr><th scope="row">单位负责人（签字）</th><td></td><th scope="row">日期</th><td></td></tr>
        </tbody>
        </table>
        <p>本稿由{Date}的规则打印，版本（SHA-256）：{print.Fingerprint}。规则改动后版本随之改变，须重新核对。</p>
        </section>
        """);

    private string Total => $"共 {print.Rows.Count()} 项，其中待单位确认 {print.Open.Count} 项、平台示例 {print.CountOf(BasisLabel.Example)} 项";

    private void Raw(string markup) => html.Append(markup).Append('\n');

    private static string Text(string text) => Encoder.Encode(text);
}
