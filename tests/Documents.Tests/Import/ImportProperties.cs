using System.Security;
using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>The text of what is read is the text that was written, in order, with nothing added or lost.</summary>
public sealed class ImportProperties
{
    private static readonly string[] Settings = ["", "<w:b/>", "<w:i/>", "<w:u w:val=\"single\"/>", "<w:vertAlign w:val=\"superscript\"/>"];

    private static Config Few { get; } = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(25);

    /// <summary>Text with everything that is a mark somewhere; without spaces at its ends, which part words only.</summary>
    private static Gen<string> Words { get; } = Gen.ArrayOf(Gen.Elements("文", "公开", "条例", "*", "**", "#", "# ", "<", ">", "&", "&lt;", "|",
        "_", "~", "`", "[", "](",
        "\\", "1. ", "- ", "〔2026〕", "㊀", "𠮷", "é", "a", "9", " ", "　", "“", "”", "<p>", "]]>", "{", "%1", "\u200B"))
        .Where(parts => parts.Length is > 0 and < 12).Select(string.Concat).Where(text => text.Trim().Length > 0 && text == text.Trim());

    private static Gen<(string Text, string Xml)> Line { get; } = Gen.ListOf(Words.SelectMany(word => Gen.Elements(Settings),
        (word, setting) => (word, setting)))
        .Where(runs => runs.Count is > 0 and < 6)
        .Select(runs => (string.Concat(runs.Select(run => run.word)),
            $"<w:p>{string.Concat(runs.Select(run => Run(SecurityElement.Escape(run.word), run.setting)))}</w:p>"));

    private static Gen<(string Text, string Xml)> Grid { get; } = Gen.ListOf(Gen.ListOf(Line).Where(cells => cells.Count is > 0 and < 5))
        .Where(rows => rows.Count is > 0 and < 5)
        .Select(rows => (string.Join('\n', rows.Select(row => string.Join('\t', row.Select(cell => cell.Text)))),
            Table([.. rows.Select(row => Row([.. row.Select(cell => $"<w:tc>{cell.Xml}</w:tc>")]))])));

    private static Gen<IList<(string Text, string Xml)>> Documents { get; } = Gen.ListOf(Gen.Frequency((4, Line), (1, Grid)))
        .Where(parts => parts.Count > 0)
        .Select(parts => (IList<(string Text, string Xml)>)[.. parts]);

    [Fact]
    public void Of_a_docx_nothing_is_added_or_lost() => Check.One(Few, Prop.ForAll(Documents.ToArbitrary(), parts =>
    {
        var read = Reading.Docx(string.Concat(parts.Select(part => part.Xml)));
        // Digits above the line are written as such.
        Assert.Equal(string.Join('\n', parts.Select(part => part.Text)).Normalize(NormalizationForm.FormKC),
            BodyText.Of(read.Body).Normalize(NormalizationForm.FormKC));
        Assert.Empty(read.Remarks);
    }));

    [Fact]
    public void Of_a_plain_text_nothing_is_added_or_lost() => Check.One(Few,
        Prop.ForAll(Gen.ListOf(Words).Where(lines => lines.Count is > 0 and < 12)
        .ToArbitrary(), lines => Assert.Equal(string.Join('\n', lines),
            BodyText.Of(PlainText.Read(string.Join('\n', lines), new RemarkList()).Body))));

    [Fact]
    public void Of_a_web_page_nothing_is_added_or_lost() => Check.One(Few, Prop.ForAll(Gen.ListOf(Words).Where(lines => lines.Count > 0)
        .ToArbitrary(), lines =>
    {
        var page = string.Concat(lines.Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>"));
        Assert.Equal(string.Join('\n', lines.Select(Collapsed)), BodyText.Of(Reading.Html(page).Body));
    }));

    [Fact]
    public void Of_text_escaped_in_markdown_nothing_is_added_or_lost() => Check.One(Few,
        Prop.ForAll(Gen.ListOf(Words).Where(lines => lines.Count > 0)
        .ToArbitrary(), lines =>
    {
        var text = string.Join("\n\n", lines.Select(Escaped));
        Assert.Equal(string.Join('\n', lines), BodyText.Of(Reading.Markdown(text).Body));
    }));

    private static string Collapsed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Escaped(string line)
    {
        var text = new StringBuilder();
        foreach (var c in line) text.Append(char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) ? $"\\{c}" : c.ToString());
        return text.ToString();
    }
}
