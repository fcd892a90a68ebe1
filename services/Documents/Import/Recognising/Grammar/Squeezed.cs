using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>A line without its spaces and invisible characters, digits and letters of half width, brackets of one form.</summary>
/// <remarks>Expressions over it need no room for spaces at every place, and so never try a line of spaces twice.</remarks>
internal sealed class Squeezed
{
    private readonly string source;
    private readonly int[] positions;

    private Squeezed(string source, string text, int[] positions) => (this.source, Text, this.positions) = (source, text, positions);

    public string Text { get; }

    public static Squeezed Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var positions = new int[source.Length];
        for (var at = 0; at < source.Length; at++)
        {
            var c = source[at];
            if (!IsVisible(c)) continue;
            positions[text.Length] = at;
            text.Append(Fold(c));
        }

        return new Squeezed(source, text.ToString(), positions);
    }

    /// <summary>The source from a place of the text on, as it is written.</summary>
    public string From(int place) => place >= Text.Length ? "" : source[positions[place]..].Trim();

    /// <summary>The source up to a place of the text, as it is written.</summary>
    public string Until(int place) => place >= Text.Length ? source.Trim() : source[..positions[place]].Trim();

    /// <summary>Whether something parts a place from what stands before it.</summary>
    public bool IsParted(int place) => place > 0 && place < Text.Length && positions[place] - positions[place - 1] > 1;

    /// <summary>Whether anything is seen of a character.</summary>
    public static bool IsVisible(char c) => c is >= '\u4e00' and <= '\u9fff'
        || (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    private static char Fold(char c) => c switch
    {
        '〔' or '［' or '【' or '﹝' or '〖' or '〘' => '[',
        '〕' or '］' or '】' or '﹞' or '〗' or '〙' => ']',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '—' or '–' or '―' or '‐' or '‑' or '−' => '-',
        _ => c,
    };
}
