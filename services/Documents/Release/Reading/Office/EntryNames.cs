using System.IO.Compression;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Names of a package's entries: they leave with it, and may say more than which part they are.</summary>
internal static class EntryNames
{
    /// <summary>Digits of a name that is more than numbered: parts are counted up to thousands.</summary>
    private const int MinDigits = 6;

    /// <summary>The names that say something, a line each.</summary>
    public static string Of(IEnumerable<ZipArchiveEntry> entries)
        => string.Join('\n', entries.Select(Archive.NameOf).SelectMany(Forms).Where(SaysSomething).Distinct(StringComparer.Ordinal));

    /// <summary>As it is written, with its escapes resolved, and without folders, between which a number may be divided.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        var plain = Uri.UnescapeDataString(name);
        return [name, plain, plain.Replace("/", "", StringComparison.Ordinal)];
    }

    private static bool SaysSomething(string name) => name.Any(c => c > '\u007F') || name.Count(char.IsAsciiDigit) >= MinDigits;
}
