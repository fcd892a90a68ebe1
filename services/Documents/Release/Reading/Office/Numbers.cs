using System.Buffers;
using System.Globalization;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Numbers as sheets store them.</summary>
internal static class Numbers
{
    private const int MaxLength = 32;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789.+-Ee");

    /// <summary>A number in powers of ten written out (1.3800138E+10 is a telephone); anything else as it is.</summary>
    public static string Written(string value)
        => value.Length is > 2 and <= MaxLength && value.AsSpan().IndexOfAny('E', 'e') > 0
            && !value.AsSpan().ContainsAnyExcept(Characters)
            && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture) : value;
}
