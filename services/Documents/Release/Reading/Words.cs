using System.Text;

namespace Disclosure.Documents.Release.Reading;

/// <summary>Words among bytes.</summary>
internal static class Words
{
    /// <summary>Letters of a word among bytes.</summary>
    private const int MinWord = 4;

    /// <summary>Words among bytes, as UTF-8 and as UTF-16 of both orders: nobody says in which they were written.</summary>
    public static IEnumerable<string> In(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var word = new StringBuilder();
            foreach (var c in encoding.GetString(bytes).Append('\0'))
            {
                if (!char.IsControl(c) && c is not '\uFFFD') word.Append(c);
                else
                {
                    if (word.Length >= MinWord && IsLikely(word.ToString(), encoding)) yield return word.ToString();
                    word.Clear();
                }
            }
        }
    }

    /// <summary>Bytes read in the wrong order make characters that nobody writes in a row.</summary>
    private static bool IsLikely(string word, Encoding encoding)
        => encoding == Encoding.UTF8 || word.Count(c => c is < '\u0100' or (>= '\u4E00' and < '\uA000')) * 2 > word.Length;
}
