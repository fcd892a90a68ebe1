using System.Collections.Frozen;
using System.Globalization;

namespace Disclosure.Documents.Import.Text;

/// <summary>Tells Chinese from what only decodes.</summary>
internal static class HanText
{
    /// <summary>Characters that hardly a sentence does without, simplified and traditional.</summary>
    private static readonly FrozenSet<char> Common = ("的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也对對生能而子那得于於下自之年"
        + "月日关關公市局府政通知第条條及各其他等单單位工作实實行施管理办辦法规規定请請應应由按加强全部民本发發文号號组組织織").ToFrozenSet();

    /// <summary>Whether bytes that both encodings can read are Big5.</summary>
    public static bool IsBig5(ReadOnlySpan<byte> file, string simplified, string traditional)
    {
        var (pairs, ordinary) = (0, 0);
        for (var at = 0; at + 1 < file.Length; at++)
        {
            if (file[at] < 0x80) continue;
            pairs++;
            // The characters of GB 2312 have both bytes above A0; half of those of Big5 end below 7F.
            if (file[at] is >= 0xA1 and <= 0xF7 && file[at + 1] >= 0xA1) ordinary++;
            at++;
        }

        return pairs > 0 && ordinary * 10 < pairs * 9 && Share(traditional) > Share(simplified);
    }

    /// <summary>Whether a character stands in texts of ours, so that many of them are no accident.</summary>
    public static bool IsUsual(char c) => c is (>= '\u2010' and <= '\u27BF') or (>= '\u3000' and <= '\u33FF')
        or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uD800' and <= '\uDFFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE10' and <= '\uFFEE') or (>= '\u00A0' and <= '\u017F')
            or (>= '\u0391' and <= '\u045F');

    /// <summary>Whether what reads as UTF-8 is more likely two bytes of Chinese each, as the word 通知 alone.</summary>
    public static bool IsAccident(string text)
        => text.Any(c => !char.IsAscii(c) && !IsUsual(c)) && text.All(c => c < '\u0800');

    /// <summary>Whether characters of two bytes make a text: usual ones all, some of one byte's worth, and Chinese that says
    /// something.</summary>
    public static bool IsText(string text) => text.All(c => c != '\0' && (char.IsAscii(c) || IsUsual(c))) && text.Any(char.IsAscii)
        && (text.All(char.IsAscii) || Share(text) > 0.02);

    /// <summary>The share of the commonest characters among all of Chinese.</summary>
    public static double Share(string text)
    {
        var (common, all) = (0, 0);
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.OtherLetter && c < '\uE000') continue;
            all++;
            if (Common.Contains(c)) common++;
        }

        return all == 0 ? 0 : (double)common / all;
    }
}
