using System.Globalization;
using System.Text;

namespace Disclosure.Catalogue.Search;

/// <summary>A <c>tsvector</c> under way, within PostgreSQL's bounds of positions and of size.</summary>
/// <remarks>
/// Positions end at 16,383, so a longer text begins again at the first: its phrases stay whole, and at worst two halves of a phrase from
/// different places
/// meet. A vector holds a megabyte, which is more than the longest body of ordinary prose needs; what is beyond is not found.
/// </remarks>
internal sealed class VectorDraft
{
    private const int MaxPosition = 16_383;
    private const int MaxPositionsPerLexeme = 255;
    private const int MaxSize = 1_000_000;

    private readonly SortedDictionary<string, SortedDictionary<int, char>> lexemes = new(StringComparer.Ordinal);
    private int at = 1;
    private int size;

    public void Put(string lexeme, char weight)
    {
        if (at > MaxPosition) at = 1;
        var position = at++;
        if (!lexemes.TryGetValue(lexeme, out var places))
        {
            // The lexeme's bytes, the number of its positions, alignment.
            var cost = Encoding.UTF8.GetByteCount(lexeme) + 4;
            if (size + cost > MaxSize) return;
            size += cost;
            lexemes[lexeme] = places = [];
        }

        if (places.Count >= MaxPositionsPerLexeme || size + 2 > MaxSize || !places.TryAdd(position, weight)) return;
        size += 2;
    }

    public void Gap() => at += 10;

    public override string ToString()
    {
        var vector = new StringBuilder();
        foreach (var (lexeme, places) in lexemes)
        {
            vector.Append('\'').Append(lexeme).Append('\'');
            var separator = ':';
            foreach (var (position, weight) in places)
            {
                vector.Append(separator).Append(position.ToString(CultureInfo.InvariantCulture)).Append(weight);
                separator = ',';
            }

            vector.Append(' ');
        }

        return vector.ToString();
    }
}
