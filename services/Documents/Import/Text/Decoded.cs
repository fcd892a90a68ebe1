using System.Text;

namespace Disclosure.Documents.Import.Text;

/// <summary>The characters of a text file.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Words">What its reader must know of how they were found; null for nothing.</param>
internal sealed record Decoded(string Text, string? Words)
{
    /// <summary>Control characters a text may have beside line ends and tabs, of a thousand.</summary>
    private const int MaxControls = 1;

    /// <summary>The characters of a file; null when its bytes are no text in any encoding that is read.</summary>
    public static Decoded? Of(ReadOnlySpan<byte> file)
    {
        var found = file switch
        {
            [0xFF, 0xFE, 0, 0, .. var rest] => Strict(new UTF32Encoding(false, false, true), rest, null),
            [0, 0, 0xFE, 0xFF, .. var rest] => Strict(new UTF32Encoding(true, false, true), rest, null),
            [0xEF, 0xBB, 0xBF, .. var rest] => Strict(new UTF8Encoding(false, true), rest, null),
            [0xFF, 0xFE, .. var rest] => Strict(new UnicodeEncoding(false, false, true), rest, null),
            [0xFE, 0xFF, .. var rest] => Strict(new UnicodeEncoding(true, false, true), rest, null),
            _ => WithoutMark(file),
        };
        return found is null ? null : Tidied(found);
    }

    private static Decoded? WithoutMark(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf((byte)0) >= 0) return SixteenBits(file);
        var modern = Strict(new UTF8Encoding(false, true), file, null);
        if (modern is not null && !HanText.IsAccident(modern.Text)) return modern;
        // A broken UTF-8 file reads as GB 18030 too, as characters that nobody wrote.
        if (modern is null && IsBrokenUtf8(file)) return null;
        var (simplified, traditional) = (Strict(Page("GB18030"), file, "文件按 GB18030 读取，请核对。"),
            Strict(Page("Big5"), file, "文件按 Big5 读取，请核对。"));
        if (modern is not null) return simplified is not null && HanText.Share(simplified.Text) > 0 ? simplified : modern;
        return simplified is null || (traditional is not null && HanText.IsBig5(file, simplified.Text, traditional.Text)) ? traditional
            : simplified;
    }

    /// <summary>UTF-16 without a mark: in one order of its bytes it is Chinese with line ends, spaces or figures, in the other
    /// nothing.</summary>
    private static Decoded? SixteenBits(ReadOnlySpan<byte> file)
    {
        if (file.Length % 2 != 0) return null;
        const string words = "文件没有编码标记，按 UTF-16 读取，请核对。";
        foreach (var isBigEndian in (bool[])[false, true])
            if (Strict(new UnicodeEncoding(isBigEndian, false, true), file, words) is { } found && HanText.IsText(found.Text)) return found;
        return null;
    }

    private static Encoding Page(string name)
        => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static Decoded? Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string? words)
    {
        try
        {
            return new(encoding.GetString(bytes), words);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsBrokenUtf8(ReadOnlySpan<byte> file)
    {
        var text = Encoding.UTF8.GetString(file);
        var (broken, foreign) = (text.Count(c => c == '\uFFFD'), text.Count(c => c > '\u007F'));
        return broken * 10 < foreign;
    }

    private static Decoded? Tidied(Decoded found)
    {
        var text = found.Text.TrimStart('\uFEFF').TrimEnd('\u001A');
        var controls = text.Count(IsStray);
        if (controls == 0) return found with { Text = text };
        if (controls > text.Length * MaxControls / 1_000) return null;
        return new(string.Concat(text.Where(c => !IsStray(c))), $"{found.Words}删去了 {controls} 个不显示的控制字符。");
    }

    private static bool IsStray(char c) => c is (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v')) or '\u007F';
}
