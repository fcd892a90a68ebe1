namespace Disclosure.Documents.Bodies;

/// <summary>What stands within lines.</summary>
internal sealed partial class BodyReader
{
    /// <summary>The line of an element that holds nothing else.</summary>
    private List<Inline> Element(string name, int begin)
    {
        Advance();
        var inlines = Inlines(endsWithLine: false);
        Close(name, begin);
        return inlines;
    }

    /// <summary>Text and what sets it. Within an element the end of a line is a break, so that nothing runs together.</summary>
    private List<Inline> Inlines(bool endsWithLine)
    {
        var inlines = new List<Inline>();
        var open = new List<(string Name, int Line)>();
        string? address = null;
        var marks = Marks.None;
        while (true)
        {
            switch (token)
            {
                case { Kind: TokenKind.Text }:
                    inlines.Add(new TextRun(token.Value, marks, address));
                    break;
                case { Kind: TokenKind.LineEnd } when !endsWithLine:
                    inlines.Add(new LineBreak());
                    break;
                case { Kind: TokenKind.Open, Value: "br" }:
                    Only("br", token.Attributes);
                    inlines.Add(new LineBreak());
                    break;
                case { Kind: TokenKind.Open, Value: "a" } when NoteOf(token) is { } number:
                    Reference(inlines, number);
                    break;
                case { Kind: TokenKind.Open } when Vocabulary.IsInline(token.Value):
                    if (open.Exists(other => other.Name == token.Value)) Problem($"<{token.Value}> 里不能再放 <{token.Value}>");
                    open.Add((token.Value, line));
                    if (token.Value == "a") address = Address(token.Attributes);
                    else
                    {
                        Only(token.Value, token.Attributes);
                        marks |= Vocabulary.Settings[token.Value];
                    }

                    break;
                case { Kind: TokenKind.Close } when Vocabulary.IsInline(token.Value):
                    if (open is not [.., var last] || last.Name != token.Value)
                    {
                        Problem(open.Count == 0 ? $"</{token.Value}> 没有对应的开头" : $"</{token.Value}> 之前 <{open[^1].Name}> 没有结束");
                        open.RemoveAll(other => other.Name == token.Value);
                    }
                    else
                    {
                        open.RemoveAt(open.Count - 1);
                    }

                    if (token.Value == "a") address = null;
                    else marks &= ~Vocabulary.Settings.GetValueOrDefault(token.Value);
                    break;
                default:
                    foreach (var (name, begin) in open)
                        if (problems.Count < MaxProblems) problems.Add(new(begin, $"<{name}> 没有结束，请在后面加上 </{name}>"));
                    return inlines;
            }

            Advance();
        }
    }

    private string? Address(IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        string? address = null;
        foreach (var (key, value) in attributes)
            if (key != "href") Problem(Unfit("a", key));
            else if (value.Length is 0 or > 2_000 || value.StartsWith('#') || !Addresses.MayBeFollowed(value))
                Problem("链接地址只能是 http、https、mailto、tel 或本站的地址");
            else address = value;
        if (attributes.Count == 0) Problem("<a> 缺少链接地址 href");
        return address;
    }
}
