namespace Disclosure.Rules.Scanning;

/// <summary>A find before its line is known.</summary>
internal readonly record struct Match(SensitiveKind Kind, int Start, int Length)
{
    /// <summary>First character behind it.</summary>
    public int End => Start + Length;

    /// <summary>A find between two places.</summary>
    public static Match Between(SensitiveKind kind, int start, int end) => new(kind, start, end - start);
}
