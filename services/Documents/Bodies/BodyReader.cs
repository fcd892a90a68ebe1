using System.Globalization;

namespace Disclosure.Documents.Bodies;

/// <summary>Reads a written form, in time linear in its length, whatever it says.</summary>
internal sealed partial class BodyReader
{
    private const int MaxDepth = 24;
    private const int MaxProblems = 10;

    private readonly BodyTokens tokens;
    private readonly List<BodyProblem> problems = [];
    private readonly SortedDictionary<int, Note> notes = [];
    private readonly List<(int Number, int Line)> references = [];
    private Token token;
    private int line;
    private int depth;
    private int places;

    private BodyReader(string source)
    {
        tokens = new BodyTokens(source.ReplaceLineEndings("\n"));
        Advance();
    }

    public static BodyReading Read(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > Body.MaxLength) return new(null, [new(null, $"正文不能超过 {Body.MaxLength:N0} 字")]);
        var reader = new BodyReader(source);
        var blocks = new List<Block>();
        while (reader.token.Kind != TokenKind.End && reader.problems.Count < MaxProblems)
        {
            reader.Blocks(blocks, top: true);
            if (reader.token.Kind == TokenKind.End) break;
            reader.Misplaced();
        }

        reader.CheckNotes();
        if (reader.problems.Count > 0) return new(null, [.. reader.problems.Take(MaxProblems)]);
        var body = new Body(blocks, reader.NotesInOrder());
        // Escaping lengthens a text: what is kept must be readable again.
        return body.ToString().Length > Body.MaxLength ? new(null, [new(null, $"正文连同标记不能超过 {Body.MaxLength:N0} 字")]) : new(body, []);
    }

    private void Advance()
    {
        line = tokens.Line;
        token = tokens.Next();
        // A tag over several lines is named by its last.
        if (token.Kind != TokenKind.LineEnd) line = tokens.Line;
    }

    private void Problem(string words)
    {
        if (problems.Count < MaxProblems && (problems.Count == 0 || problems[^1] != new BodyProblem(line, words)))
            problems.Add(new(line, words));
    }

    private void Misplaced()
    {
        Problem(token.Kind == TokenKind.Foreign ? $"不能使用标记 <{token.Value}>，如需显示“<”请写成 &lt;"
            : token.Kind == TokenKind.Close ? $"</{token.Value}> 没有对应的开头" : $"<{token.Value}> 不能放在这里");
        Advance();
    }

    /// <summary>Blocks until something that ends what holds them.</summary>
    private void Blocks(List<Block> blocks, bool top, bool mayHoldTables = true)
    {
        while (problems.Count < MaxProblems)
        {
            if (IsSpace())
            {
                Advance();
                continue;
            }

            switch (token)
            {
                case { Kind: TokenKind.End or TokenKind.Foreign }:
                    return;
                case { Kind: TokenKind.Close } when !Vocabulary.IsInline(token.Value):
                    return;
                case { Kind: TokenKind.Open } when !Vocabulary.IsInline(token.Value):
                    if (!Block(blocks, top, mayHoldTables)) return;
                    break;
                default:
                    blocks.Add(new Paragraph(Inlines(endsWithLine: true)));
                    break;
            }
        }
    }

    private bool IsSpace() => token.Kind == TokenKind.LineEnd
        || (token.Kind == TokenKind.Text && token.Value.AsSpan().IndexOfAnyExcept(Tidying.Spaces) < 0);

    /// <summary>One block; false where such a block cannot stand.</summary>
    private bool Block(List<Block> blocks, bool top, bool mayHoldTables)
    {
        var (name, attributes, begin) = (token.Value, token.Attributes, line);
        switch (name)
        {
            case "p":
                var setting = Setting(name, attributes, isParagraph: true);
                blocks.Add(new Paragraph(Element(name, begin), setting.Alignment, setting.Indent, setting.FirstLine));
                return true;
            case ['h', >= '1' and <= '6']:
                var alignment = Setting(name, attributes, isParagraph: false).Alignment;
                blocks.Add(new Heading(name[1] - '0', Element(name, begin), alignment));
                return true;
            case "hr":
                Only(name, attributes);
                Advance();
                blocks.Add(new Rule());
                return true;
            case "ul" or "ol" or "blockquote" or "table" when depth >= MaxDepth:
                Problem("列表、引用层级过深，请减少层级");
                return false;
            case "ul" or "ol":
                blocks.Add(List(name, attributes, begin, mayHoldTables));
                return true;
            case "blockquote":
                Only(name, attributes);
                var quoted = new List<Block>();
                Held(name, begin, () => Blocks(quoted, top: false, mayHoldTables));
                blocks.Add(new Quote(quoted));
                return true;
            case "table" when mayHoldTables:
                blocks.Add(Table(begin));
                return true;
            case "aside" when top:
                NoteText(begin);
                return true;
            default:
                return false;
        }
    }

    private ItemList List(string name, IReadOnlyList<KeyValuePair<string, string>> attributes, int begin, bool mayHoldTables)
    {
        int? start = name == "ol" ? 1 : null;
        foreach (var (key, value) in attributes)
            if (key == "start" && name == "ol" && Number(value, 0, 99_999) is { } first) start = first;
            else Problem(Unfit(name, key));
        var items = new List<IReadOnlyList<Block>>();
        Held(name, begin, () =>
        {
            while (problems.Count < MaxProblems)
            {
                if (IsSpace()) Advance();
                else if (token is { Kind: TokenKind.Open, Value: "li" })
                {
                    var at = line;
                    Only("li", token.Attributes);
                    var blocks = new List<Block>();
                    Held("li", at, () => Blocks(blocks, top: false, mayHoldTables));
                    items.Add(blocks);
                }
                else return;
            }
        });
        if (start + items.Count > 99_999) Problem("列表编号过大");
        return new(start, items);
    }

    /// <summary>What an element holds, from its opening tag to its closing one.</summary>
    private void Held(string name, int begin, Action content)
    {
        Advance();
        depth++;
        content();
        depth--;
        Close(name, begin);
    }

    private void Close(string name, int begin)
    {
        while (IsSpace()) Advance();
        if (token is { Kind: TokenKind.Close } && token.Value == name)
        {
            Advance();
            return;
        }

        if (token.Kind == TokenKind.End) problems.Add(new(begin, $"<{name}> 没有结束，请在后面加上 </{name}>"));
        else if (token.Kind is TokenKind.Open && token.Value == "table") Problem("表格的单元格里不能再放表格");
        else Problem(token.Kind == TokenKind.Close ? $"</{token.Value}> 之前 <{name}> 没有结束"
            : token.Kind == TokenKind.Foreign ? $"不能使用标记 <{token.Value}>，如需显示“<”请写成 &lt;"
            : token.Kind == TokenKind.Open ? $"<{token.Value}> 不能放在 <{name}> 里" : $"文字不能直接放在 <{name}> 里");
        // One mistake is one problem: what follows within the element is passed over.
        var inner = 0;
        while (token.Kind != TokenKind.End)
        {
            if (token is { Kind: TokenKind.Open } && token.Value == name) inner++;
            var ends = token is { Kind: TokenKind.Close } && token.Value == name && inner-- == 0;
            Advance();
            if (ends) return;
        }
    }

    private static int? Number(string value, int least, int most)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
        ? number : null;

    private static string Unfit(string name, string key) => $"<{name}> 的属性 {key} 不能使用或值不对";

    private void Only(string name, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        foreach (var (key, _) in attributes) Problem(Unfit(name, key));
    }

    private (Alignment Alignment, int Indent, bool FirstLine) Setting(string name,
        IReadOnlyList<KeyValuePair<string, string>> attributes, bool isParagraph)
    {
        (Alignment Alignment, int Indent, bool FirstLine) setting = default;
        foreach (var (key, value) in attributes)
        {
            if (key != "class") Problem(Unfit(name, key));
            else foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                switch (word)
                {
                    case "center":
                        setting.Alignment = Alignment.Center;
                        break;
                    case "right":
                        setting.Alignment = Alignment.End;
                        break;
                    case "first-line" when isParagraph:
                        setting.FirstLine = true;
                        break;
                    case ['i', 'n', 'd', 'e', 'n', 't', '-', .. var steps] when isParagraph
                        && Number(steps, 1, Paragraph.MaxIndent) is { } n:
                        setting.Indent = n;
                        break;
                    default:
                        Problem($"<{name}> 没有样式 {word}");
                        break;
                }
        }

        return setting;
    }
}
