using System.Buffers;
using System.Text;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Reads the words of content streams (ISO 32000, 7.8.2) without drawing them: once from begin to end.</summary>
internal ref struct ContentLexer
{
    /// <summary>Names and numbers of programs are shorter.</summary>
    private const int LongDigits = 11;

    /// <summary>A gap between letters, in thousandths of their size, that is a space.</summary>
    private const double Gap = -300;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    private readonly ReadOnlySpan<byte> bytes;
    private readonly ContentWords words;
    private readonly bool isFile;
    private readonly StringBuilder held;
    private int at;
    private int depth;
    private string name;
    private double number;

    private ContentLexer(ReadOnlySpan<byte> bytes, bool isFile)
    {
        this.bytes = bytes;
        (this.isFile, words, held, name) = (isFile, new ContentWords(), new StringBuilder(), "");
    }

    /// <summary>Reads a content stream.</summary>
    public static ContentWords Read(ReadOnlySpan<byte> content) => new ContentLexer(content, isFile: false).Run();

    /// <summary>Reads what stands in a file outside its streams.</summary>
    public static ContentWords ReadFile(ReadOnlySpan<byte> file) => new ContentLexer(file, isFile: true).Run();

    private ContentWords Run()
    {
        while (at < bytes.Length) Next();
        // Strings that no operator takes.
        if (held.Length > 0) words.Said.Add(held.ToString());
        return words;
    }

    private void Next()
    {
        switch (bytes[at])
        {
            case (byte)'%':
                var line = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
                line = line < 0 ? bytes.Length - at : line;
                words.Said.Add(PdfString.Of(Encoding.Latin1.GetString(bytes.Slice(at + 1, line - 1))));
                at += line;
                break;
            case (byte)'(':
                Take(Literal());
                break;
            case (byte)'<' when at + 1 < bytes.Length && bytes[at + 1] == '<':
                depth++;
                at += 2;
                break;
            case (byte)'<':
                Take(Hex());
                break;
            case (byte)'>':
                at++;
                if (at < bytes.Length && bytes[at] == '>') (at, depth) = (at + 1, Math.Max(depth - 1, 0));
                break;
            case (byte)'/':
                at++;
                Name(Word());
                break;
            case var mark when Ends.Contains(mark):
                at++;
                break;
            default:
                Token(Word());
                break;
        }
    }

    private ReadOnlySpan<byte> Word()
    {
        var rest = bytes[at..];
        var length = rest.IndexOfAny(Ends) is >= 0 and var end ? end : rest.Length;
        at += length;
        return rest[..length];
    }

    private void Take(string text)
    {
        // Strings of objects are read with them; those of objects that nothing knows of are here only.
        if (isFile) words.Said.UnionWith(Digits.In(PdfString.Of(text)));
        else if (depth > 0) words.Said.Add(PdfString.Of(text));
        else held.Append(text);
    }

    private void Name(ReadOnlySpan<byte> word)
    {
        name = PdfNames.Of(word);
        if (PdfNames.IsSaid(name)) words.Said.Add(PdfString.Of(name));
    }

    private void Token(ReadOnlySpan<byte> word)
    {
        if (word[0] is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.')
        {
            if (word.Length >= LongDigits && word.IndexOf((byte)'.') < 0) words.Said.Add(Encoding.Latin1.GetString(word));
            _ = System.Buffers.Text.Utf8Parser.TryParse(word, out number, out _);
            if (number <= Gap && held.Length > 0) held.Append(' ');
        }
        else Operator(word);
    }

    private void Operator(ReadOnlySpan<byte> word)
    {
        words.Operators++;
        switch (word)
        {
            case [(byte)'T', (byte)'j' or (byte)'J']:
                Show();
                break;
            case [(byte)'\'' or (byte)'"']:
                words.Shown.Append('\n');
                Show();
                break;
            case [(byte)'T', (byte)'d' or (byte)'D'] when number is 0:
                break;
            case [(byte)'T', (byte)'d' or (byte)'D' or (byte)'*' or (byte)'m'] or [(byte)'E', (byte)'T']:
                words.Shown.Append('\n');
                break;
            case [(byte)'l' or (byte)'c' or (byte)'v' or (byte)'y'] or [(byte)'r', (byte)'e']:
                words.Segments++;
                break;
            case [(byte)'D', (byte)'o']:
                words.Drawn.Add(name);
                break;
            case [(byte)'I', (byte)'D'] when !isFile:
                Picture();
                break;
            case var keyword when isFile && keyword.SequenceEqual("stream"u8):
                var end = bytes[at..].IndexOf("endstream"u8);
                at = end < 0 ? at : at + end + "endstream"u8.Length;
                break;
        }

        if (held.Length > 0 && word is not ([(byte)'T', (byte)'j' or (byte)'J'] or [(byte)'\'' or (byte)'"']))
            words.Said.Add(held.ToString());
        held.Clear();
        number = 0;
    }

    private readonly void Show()
    {
        words.Letters += held.Length;
        // Codes of two bytes are often those of Unicode.
        words.Shown.Append(held.ToString().Replace("\0", "", StringComparison.Ordinal));
    }

    /// <summary>The bytes of a picture end at the first word that can be their end: to read too little of them does no harm.</summary>
    private void Picture()
    {
        words.HasPicture = true;
        for (var from = at; ;)
        {
            var next = bytes[from..].IndexOf("EI"u8);
            if (next < 0) return;
            from += next + 2;
            if (bytes[from - 3] is not ((byte)' ' or (byte)'\n' or (byte)'\r')) continue;
            if (from < bytes.Length && bytes[from] is not ((byte)' ' or (byte)'\n' or (byte)'\r')) continue;
            at = from;
            return;
        }
    }

    private string Hex()
    {
        var rest = bytes[(at + 1)..];
        var length = rest.IndexOf((byte)'>');
        length = length < 0 ? rest.Length : length;
        at += length + 1;
        var text = new StringBuilder(length / 2);
        var (high, count) = (0, 0);
        foreach (var one in rest[..length])
        {
            if (!char.IsAsciiHexDigit((char)one)) continue;
            high = (high << 4) | Convert.ToInt32(((char)one).ToString(), 16);
            if (++count % 2 != 0) continue;
            text.Append((char)high);
            high = 0;
        }

        return (count % 2 == 0 ? text : text.Append((char)(high << 4))).ToString();
    }

    private string Literal()
    {
        var text = new StringBuilder();
        var open = 1;
        for (at++; at < bytes.Length; at++)
        {
            var one = (char)bytes[at];
            if (one == '\\') Escape(text);
            else
            {
                open += one == '(' ? 1 : one == ')' ? -1 : 0;
                if (open == 0) break;
                text.Append(one);
            }
        }

        at = Math.Min(at + 1, bytes.Length);
        return text.ToString();
    }

    private void Escape(StringBuilder text)
    {
        if (++at >= bytes.Length) return;
        var one = (char)bytes[at];
        switch (one)
        {
            case >= '0' and <= '7':
                var code = one - '0';
                for (var more = 0; more < 2 && at + 1 < bytes.Length && bytes[at + 1] is >= (byte)'0' and <= (byte)'7'; more++)
                    code = (code * 8) + bytes[++at] - '0';
                text.Append((char)(code & 0xFF));
                break;
            case '\r' or '\n':
                if (one == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n') at++;
                break;
            default:
                text.Append(one switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => one });
                break;
        }
    }
}
