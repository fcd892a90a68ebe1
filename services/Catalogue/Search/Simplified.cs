using System.Collections.Frozen;

namespace Disclosure.Catalogue.Search;

/// <summary>Folds traditional characters to simplified ones (繁简归一), so that either finds the other; one character stays one
/// character.</summary>
internal static class Simplified
{
    private static readonly FrozenDictionary<char, char> Forms = Load();

    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Forms.GetValueOrDefault(source[i], source[i]);
    });

    private static FrozenDictionary<char, char> Load()
    {
        using var reader = new StreamReader(typeof(Simplified).Assembly.GetManifestResourceStream("traditional.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }
}
