namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Tells attributes that say something from those that only set or number.</summary>
internal static class Prose
{
    /// <summary>The shortest personal number that needs no heading is a telephone.</summary>
    private const int MinDigits = 11;

    /// <summary>The first character of those that Chinese is written with.</summary>
    private const char Chinese = '\u2E80';

    public static bool Is(string value)
    {
        if (value.Length < 2) return value is [>= Chinese];
        var (digits, letters, hasSpace) = (0, 0, false);
        foreach (var c in value)
        {
            if (c is >= Chinese or '@' or '\\') return true;
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == ' ') hasSpace = true;
            else if (char.IsLetter(c)) letters++;
        }

        if (digits >= MinDigits) return !IsTime(value) && !IsGuid(value);
        return (hasSpace && letters > 1) || (value.Contains("://", StringComparison.Ordinal) && !IsSchema(value));
    }

    /// <summary>Whether a name holds a personal number.</summary>
    public static bool HasNumber(string name)
    {
        if (name.Length < MinDigits) return false;
        var digits = 0;
        foreach (var c in name)
            if (char.IsAsciiDigit(c)) digits++;
        return digits >= MinDigits && !IsGuid(name);
    }

    private static bool IsTime(string value) => value is { Length: 20 } && value[4] == '-' && value[10] == 'T' && value[^1] == 'Z';

    private static bool IsGuid(string value) => value.Length is 36 or 38 && Guid.TryParse(value, out _);

    private static bool IsSchema(string value) => value.StartsWith("http://schemas.", StringComparison.Ordinal)
        || value.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal)
        || value.StartsWith("http://www.w3.org/", StringComparison.Ordinal);
}
