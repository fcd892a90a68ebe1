using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Html;

/// <summary>How a piece of a page is set: what its elements and their own styles say.</summary>
internal readonly record struct HtmlSetting(Marks Marks, string? Address, Alignment Alignment, int Indent, bool FirstLine,
    bool IsPreformatted)
{
    /// <summary>Points of one step of an indent: two characters.</summary>
    private const double Step = 22;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.+-");

    public HtmlSetting Within(IElement element, Uri? page, Action barred)
    {
        var setting = this with { Marks = MarksOf(element, Marks) };
        switch (element.LocalName)
        {
            case "a" when element.GetAttribute("href") is { Length: > 0 } address:
                setting = setting with { Address = AddressOf(address.Trim(), page, barred) };
                break;
            case "center":
                setting = setting with { Alignment = Alignment.Center };
                break;
            case "pre" or "textarea":
                setting = setting with { IsPreformatted = true };
                break;
        }

        setting = (element.GetAttribute("align") ?? Style(element, "text-align"))?.ToUpperInvariant() switch
        {
            "CENTER" => setting with { Alignment = Alignment.Center },
            "RIGHT" or "END" => setting with { Alignment = Alignment.End },
            "LEFT" or "START" or "JUSTIFY" => setting with { Alignment = Alignment.Start },
            _ => setting,
        };
        if (Points(Style(element, "text-indent")) is { } first) setting = setting with { FirstLine = first > 0 };
        var left = (Points(Style(element, "margin-left")) ?? 0) + (Points(Style(element, "padding-left")) ?? 0);
        if (left < Step / 2) return setting;
        var steps = setting.Indent + (int)Math.Round(left / Step);
        return setting with { Indent = Math.Min(steps, Paragraph.MaxIndent) };
    }

    /// <summary>A value of an element's own style.</summary>
    public static string? Style(IElement element, string property)
    {
        if (element.GetAttribute("style") is not { Length: > 0 and < 10_000 } style) return null;
        string? found = null;
        foreach (var part in style.Split(';'))
            if (part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && part.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
                found = part[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
        return found;
    }

    private static Marks MarksOf(IElement element, Marks marks)
    {
        marks |= element.LocalName switch
        {
            "b" or "strong" => Marks.Strong,
            "i" or "em" or "cite" or "dfn" or "var" => Marks.Emphasis,
            "u" or "ins" => Marks.Underline,
            "sup" => Marks.Superscript,
            "sub" => Marks.Subscript,
            _ => 0,
        };
        if (!element.HasAttribute("style")) return marks;
        marks = Style(element, "font-weight")?.ToUpperInvariant() switch
        {
            "BOLD" or "BOLDER" or "600" or "700" or "800" or "900" => marks | Marks.Strong,
            "NORMAL" or "400" => marks & ~Marks.Strong,
            _ => marks,
        };
        if (Style(element, "font-style") is "italic" or "oblique") marks |= Marks.Emphasis;
        if ((Style(element, "text-decoration") ?? Style(element, "text-decoration-line"))?.Contains("underline",
            StringComparison.Ordinal) == true)
            marks |= Marks.Underline;
        return Style(element, "vertical-align") switch
        {
            "super" => marks | Marks.Superscript,
            "sub" => marks | Marks.Subscript,
            _ => marks,
        };
    }

    /// <summary>An address that leads out of the page; one within its site needs the site's, or leads astray from ours.</summary>
    private static string? AddressOf(string address, Uri? page, Action barred)
    {
        if (address.StartsWith('#')) return null;
        var isWhole = Uri.TryCreate(address, UriKind.Absolute, out var whole) && !whole.IsFile;
        if (!isWhole && page is not null && Uri.TryCreate(page, address, out var resolved)) (isWhole, address) = (true,
            resolved.AbsoluteUri);
        if (isWhole && address.Length <= 2_000 && Addresses.MayBeFollowed(address)) return address;
        barred();
        return null;
    }

    private static double? Points(string? length)
    {
        if (length is null) return null;
        var end = length.AsSpan().IndexOfAnyExcept(Figures);
        if (!double.TryParse(end < 0 ? length : length.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var value)) return null;
        return value * (end < 0 ? 1 : length[end..].Trim() switch
        {
            "px" => 0.75,
            "em" or "rem" => 11,
            "cm" => 28.35,
            "mm" => 2.835,
            "in" => 72,
            "%" => 0,
            _ => 1,
        });
    }
}
