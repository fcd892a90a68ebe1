using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Packages;

/// <summary>Names that people gave, as messages and findings repeat them: personal data in them are masked.</summary>
internal static class ShownName
{
    private const int MaxLength = 80;

    /// <summary>The name, masked.</summary>
    public static string Masked(string name)
    {
        var spans = SensitiveDataScanner.Scan(name);
        return spans.Count == 0 ? name : Masks.Apply(name, spans);
    }

    /// <summary>The name, masked and then cut: half a number is no number to a scanner.</summary>
    public static string Of(string name) => Masked(name) is { Length: > MaxLength } shown ? $"{shown[..MaxLength]}…" : Masked(name);
}
