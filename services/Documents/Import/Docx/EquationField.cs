using System.Globalization;
using System.Text;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Formulas in EQ fields, with which Word also sets characters in circles and readings above characters.</summary>
internal sealed class EquationField
{
    private const int MaxDepth = 16;

    private readonly string text;
    private readonly Action reading;
    private int at;
    private int depth;

    private EquationField(string text, Action reading) => (this.text, this.reading) = (text, reading);

    /// <summary>What the field shows.</summary>
    /// <param name="instruction">Its instruction.</param>
    /// <param name="before">The character before it.</param>
    /// <param name="reading">Hears of a reading that is left out.</param>
    public static List<Inline> Read(string instruction, char? before, Action reading)
    {
        var words = instruction.Trim();
        var field = new EquationField(words.Length > 2 ? words[2..].Trim() : "", reading);
        return field.Sequence(before, isArgument: false);
    }

    /// <summary>The character of a SYMBOL field.</summary>
    public static string Symbol(string instruction)
    {
        var words = instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return Symbols.Missing;
        var font = instruction.IndexOf("\\f", StringComparison.OrdinalIgnoreCase) is >= 0 and var named
            ? instruction[(named + 2)..].Split('"') is [_, var quoted, ..] ? quoted : instruction[(named + 2)..].Trim().Split(' ')[0]
            : null;
        var isHex = words[1].StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return isHex ? Symbols.Of(words[1][2..], font) : int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture,
            out var code)
            ? Symbols.Of(code.ToString("X", CultureInfo.InvariantCulture), font) : Symbols.Missing;
    }

    private List<Inline> Sequence(char? before, bool isArgument)
    {
        var line = new List<Inline>();
        var plain = new StringBuilder();
        while (at < text.Length && !(isArgument && text[at] is ',' or ';' or ')' or '，'))
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                if (text[at] == '*')
                {
                    Skip();
                    continue;
                }

                if (!char.IsAsciiLetter(text[at]))
                {
                    plain.Append(text[at++]);
                    continue;
                }

                Flush();
                var previous = line is [.., TextRun { Text: [.., var last] }] ? last : before;
                line.AddRange(Command(char.ToLowerInvariant(text[at]), previous));
            }
            else if (text[at] == '(' && isArgument)
            {
                // Brackets within an argument belong together.
                plain.Append(text[at++]);
                Flush();
                depth++;
                if (depth < MaxDepth) line.AddRange(Inner());
                depth--;
            }
            else
            {
                plain.Append(text[at++]);
            }

        Flush();
        return line;

        void Flush()
        {
            if (plain.Length > 0) line.Add(new TextRun(plain.ToString()));
            plain.Clear();
        }
    }

    /// <summary>Passes over how the field is to look: \* jc2, \* "Font:宋体".</summary>
    private void Skip()
    {
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        var isQuoted = at < text.Length && text[at] == '"';
        var end = text.AsSpan(Math.Min(at + 1, text.Length)).IndexOf(isQuoted ? '"' : ' ');
        at = end < 0 ? text.Length : at + end + 2;
    }

    private List<Inline> Inner()
    {
        var line = new List<Inline>();
        while (at < text.Length)
        {
            line.AddRange(Sequence(null, isArgument: true));
            if (at >= text.Length) break;
            line.Add(new TextRun(text[at].ToString()));
            if (text[at++] == ')') break;
        }

        return line;
    }

    private List<Inline> Command(char command, char? before)
    {
        at++;
        var options = new StringBuilder();
        while (at < text.Length && text[at] != '(')
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] is not ('\\' or ' ' or '*' or '"' or ':' or '-' or '.')) break;
            // A bracket may be any character, "(" too.
            if (text[at] == '\\' && at + 1 < text.Length) options.Append(text[at++]);
            options.Append(text[at++]);
        }

        var named = options.ToString();
        if (at >= text.Length || text[at] != '(' || ++depth > MaxDepth) return [];
        at++;
        var arguments = new List<List<Inline>>();
        while (at < text.Length)
        {
            arguments.Add(Sequence(null, isArgument: true));
            if (at >= text.Length || text[at++] == ')') break;
        }

        depth--;
        List<Inline> One(int which) => which < arguments.Count ? arguments[which] : [];
        switch (command)
        {
            case 'f':
                return Linear.Fraction(One(0), One(1), before, isFollowed: at < text.Length && char.IsAsciiLetterOrDigit(text[at]));
            case 'r':
                return arguments.Count > 1 ? Linear.Root(One(0), One(1)) : Linear.Root([], One(0));
            case 's':
                return arguments.Count > 1 ? [.. Linear.Script(One(0), Marks.Superscript), .. Linear.Script(One(1), Marks.Subscript)]
                    : Linear.Script(One(0), named.Contains("do", StringComparison.OrdinalIgnoreCase) ? Marks.Subscript : Marks.Superscript);
            case 'o' when named.Contains("ad", StringComparison.OrdinalIgnoreCase) && arguments.Count == 2:
                reading();
                return One(1);
            case 'o' when arguments.Count == 2:
                return [new TextRun(Linear.Enclosed(Linear.TextOf(One(0)).Trim(), Linear.TextOf(One(1)).Trim()))];
            case 'b':
                var (begin, end) = (Bracket(named, "lc", "bc"), Bracket(named, "rc", "bc"));
                return [new TextRun(begin ?? "("), .. One(0), new TextRun(Closing(end))];
            case 'i':
                return [new TextRun("∫"), .. Linear.Script(One(0), Marks.Subscript), .. Linear.Script(One(1), Marks.Superscript),
                    .. One(2)];
            default:
                var between = command == 'a' ? "；" : ",";
                return [.. arguments.SelectMany((argument, index) => index == 0 ? argument : [new TextRun(between), .. argument])];
        }
    }

    private static string Closing(string? bracket) => bracket switch
    {
        null or "(" => ")",
        "[" => "]",
        "{" => "}",
        _ => bracket,
    };

    private static string? Bracket(string options, string side, string both)
    {
        var found = options.IndexOf(side, StringComparison.OrdinalIgnoreCase);
        if (found < 0) found = options.IndexOf(both, StringComparison.OrdinalIgnoreCase);
        if (found < 0) return null;
        var rest = options[(found + 2)..].TrimStart(' ', '\\');
        return rest.Length > 0 ? rest[..1] : null;
    }
}
