using System.Globalization;

namespace Disclosure.Rules.Reading;

/// <summary>JSON as strangers write it.</summary>
public static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>What makes a text one that no parser hands out as strings: half of a surrogate pair, as a character or an escape.</summary>
    /// <remarks>Parsers accept the escape and fail only when the string is asked for, which may be anywhere and by no error of
    /// theirs.</remarks>
    /// <param name="json">The text; whether it is JSON is for its parser to say.</param>
    /// <returns>The fault in Chinese, without a full stop; null where there is none.</returns>
    public static string? Fault(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        for (var at = 0; at < json.Length;)
        {
            var (unit, length) = UnitAt(json, at);
            at += length;
            if (!char.IsSurrogate(unit)) continue;
            if (char.IsHighSurrogate(unit) && at < json.Length && UnitAt(json, at) is var (low, second)
                && char.IsLowSurrogate(low)) at += second;
            else return string.Create(CultureInfo.InvariantCulture, $"第{json.AsSpan(0, at).Count('\n') + 1}行有半个字符（不成对的 \\uD800 至 \\uDFFF）");
        }

        return null;
    }

    /// <summary>A character or an escape, and how long it is written; of the short escapes it does not matter which they are.</summary>
    private static (char Unit, int Length) UnitAt(string json, int at)
    {
        if (json[at] != '\\') return (json[at], 1);
        return json.Length >= at + EscapeLength && json[at + 1] == 'u'
            && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? ((char)unit, EscapeLength) : ('\\', 2);
    }
}
