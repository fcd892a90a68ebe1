using System.Collections.Frozen;

namespace Disclosure.Documents.Bodies;

/// <summary>The elements a body has, and those of HTML that it has not.</summary>
internal static class Vocabulary
{
    /// <summary>Elements that set characters, with what they do.</summary>
    public static readonly FrozenDictionary<string, Marks> Settings = new Dictionary<string, Marks>
    {
        ["strong"] = Marks.Strong,
        ["em"] = Marks.Emphasis,
        ["u"] = Marks.Underline,
        ["sup"] = Marks.Superscript,
        ["sub"] = Marks.Subscript,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal,
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "table", "caption", "thead", "tbody", "tfoot", "tr",
        "th", "td", "aside");

    private static readonly FrozenSet<string> Others = FrozenSet.Create(StringComparer.Ordinal,
        "abbr", "acronym", "address", "applet", "area", "article", "audio", "base", "basefont", "bdi", "bdo", "big", "body", "button",
        "canvas", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div",
        "dl", "dt", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "head", "header", "hgroup",
        "html", "iframe", "img", "input", "ins", "kbd", "label", "legend", "link", "main", "map", "mark", "marquee", "math", "menu", "meta",
        "meter", "nav", "noscript", "object", "optgroup", "option", "output", "param", "picture", "pre", "progress", "q", "rp", "rt",
        "ruby", "s", "samp", "script", "search", "section", "select", "slot", "small", "source", "span", "strike", "style", "summary",
        "svg", "template", "textarea", "time", "title", "track", "tt", "var", "video", "wbr");

    /// <summary>Whether a word in angle brackets is mark-up at all; others are text.</summary>
    public static bool IsElementOfHtml(string name) => IsOurs(name) || Others.Contains(name);

    /// <summary>Whether a body has the element.</summary>
    public static bool IsOurs(string name) => name is "a" or "b" or "i" or "br" || Settings.ContainsKey(name) || Blocks.Contains(name);

    /// <summary>The one name of elements that say the same.</summary>
    public static string Plain(string name) => name switch { "b" => "strong", "i" => "em", _ => name };

    /// <summary>Whether the element stands within a line.</summary>
    public static bool IsInline(string name) => name is "a" or "br" || Settings.ContainsKey(name);
}
