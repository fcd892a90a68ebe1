namespace Disclosure.Documents.Bounded;

/// <summary>What a child may cost.</summary>
/// <param name="Heap">Most bytes of managed memory.</param>
/// <param name="Time">Longest time from start to end.</param>
internal sealed record ChildBounds(long Heap, TimeSpan Time)
{
    /// <summary>A document that is imported as text, at most 20 MB.</summary>
    public static readonly ChildBounds Import = new(384L * 1024 * 1024, TimeSpan.FromSeconds(30));

    /// <summary>An attachment that is stripped and read for release, at most 50 MB.</summary>
    public static readonly ChildBounds Release = new(768L * 1024 * 1024, TimeSpan.FromSeconds(30));
}
