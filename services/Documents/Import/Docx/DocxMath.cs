using System.Text;
using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>A formula (OMML) as one line.</summary>
internal sealed class DocxMath
{
    private readonly Stack<Node> open = new([new Node("oMath")]);
    private bool inText;

    /// <summary>A piece of a formula: its name, what is set for it, its characters, its parts.</summary>
    private sealed class Node(string name)
    {
        public string Name => name;

        public string? Value { get; set; }

        public StringBuilder Text { get; } = new();

        public List<Node> Parts { get; } = [];

        public Node? Part(string part) => Parts.Find(other => other.Name == part);

        /// <summary>A property: null when it is not set.</summary>
        public string? Property(string property) => Part(Name + "Pr")?.Part(property) is { } found ? found.Value ?? "" : null;
    }

    public void Start(XmlReader element, Space space)
    {
        if (space == Space.Word && element.LocalName is "t" or "tab") inText = element.LocalName == "t";
        if (space != Space.Math) return;
        open.Push(new Node(element.LocalName) { Value = Word.Value(element) });
        inText = element.LocalName == "t";
    }

    public void Characters(string text)
    {
        if (inText) open.Peek().Text.Append(text.ReplaceLineEndings(" "));
    }

    public void End(string element, Space space)
    {
        if (element == "t") inText = false;
        if (space != Space.Math || open.Count < 2) return;
        var node = open.Pop();
        open.Peek().Parts.Add(node);
    }

    /// <summary>The formula.</summary>
    /// <param name="before">The character that stands before it.</param>
    public List<Inline> Line(char? before)
    {
        while (open.Count > 1) End("", Space.Math);
        return Parts(open.Peek(), before);
    }

    private static List<Inline> Parts(Node node, char? before = null)
    {
        var line = new List<Inline>();
        for (var at = 0; at < node.Parts.Count; at++)
        {
            var previous = line is [.., TextRun { Text: [.., var last] }] ? last : line.Count > 0 ? null : before;
            var isFollowed = at + 1 < node.Parts.Count && Linear.TextOf(Of(node.Parts[at + 1], null, false)) is [var next, ..]
                && (char.IsAsciiLetterOrDigit(next) || next == '(');
            line.AddRange(Of(node.Parts[at], previous, node.Parts[at].Name == "f" && isFollowed));
        }

        return line;
    }

    private static List<Inline> Parts(Node node, string part) => node.Part(part) is { } found ? Parts(found) : [];

    private static List<Inline> Of(Node node, char? before, bool isFollowed)
    {
        switch (node.Name)
        {
            case "t":
                return [new TextRun(node.Text.ToString())];
            case "f" when node.Property("type") == "noBar":
                return [.. Parts(node, "num"), new TextRun("；"), .. Parts(node, "den")];
            case "f":
                return Linear.Fraction(Parts(node, "num"), Parts(node, "den"), before, isFollowed);
            case "sSup" or "sSub" or "sSubSup":
                return [.. Base(node), .. Scripts(node)];
            case "sPre":
                return [.. Scripts(node), .. Parts(node, "e")];
            case "rad":
                return Linear.Root(Parts(node, "deg"), Parts(node, "e"));
            case "d":
                return Delimited(node);
            case "nary":
                var sign = node.Property("chr") is { Length: > 0 } named ? named : "∫";
                return [new TextRun(sign), .. Scripts(node), .. Parts(node, "e")];
            case "func":
                return Linear.TextOf(Parts(node, "e")) is ['(', ..] ? [.. Parts(node, "fName"), .. Parts(node, "e")]
                    : [.. Parts(node, "fName"), new TextRun(" "), .. Parts(node, "e")];
            case "limLow":
                return [.. Parts(node, "e"), .. Linear.Script(Parts(node, "lim"), Marks.Subscript)];
            case "limUpp":
                return [.. Parts(node, "e"), .. Linear.Script(Parts(node, "lim"), Marks.Superscript)];
            case "acc":
                return [.. Parts(node, "e"), new TextRun(node.Property("chr") is { Length: > 0 } accent ? accent : "\u0302")];
            case "bar":
                return [.. Parts(node, "e"), new TextRun(node.Property("pos") == "top" ? "\u0305" : "\u0332")];
            case "phant" when node.Property("show") is "0" or "off" or "false":
                return [];
            case "m":
                return Rows(node, "mr", row => Joined(row.Parts.FindAll(part => part.Name == "e"), ", "));
            case "eqArr":
                return Rows(node, "e", row => Parts(row));
            case var properties when properties.EndsWith("Pr", StringComparison.Ordinal):
                return [];
            default:
                return Parts(node, before);
        }
    }

    /// <summary>What a power is of; more than one piece needs brackets.</summary>
    private static IReadOnlyList<Inline> Base(Node node) => Parts(node, "e") is { Count: > 0 } line ? Linear.Grouped(line) : [];

    private static List<Inline> Delimited(Node node)
    {
        var (begin, end) = (node.Property("begChr") ?? "(", node.Property("endChr") ?? ")");
        return [new TextRun(begin), .. Joined(node.Parts.FindAll(part => part.Name == "e"), node.Property("sepChr") ?? "|"),
            new TextRun(end)];
    }

    private static List<Inline> Joined(List<Node> parts, string separator)
        => [.. parts.SelectMany((part, index) => index == 0 ? Parts(part) : [new TextRun(separator), .. Parts(part)])];

    private static List<Inline> Rows(Node node, string name, Func<Node, List<Inline>> row) => [.. node.Parts.FindAll(part
        => part.Name == name).SelectMany((part, index) => index == 0 ? row(part) : [new TextRun("； "), .. row(part)])];

    private static List<Inline> Scripts(Node node)
        => [.. Linear.Script(Parts(node, "sub"), Marks.Subscript), .. Linear.Script(Parts(node, "sup"), Marks.Superscript)];
}
