namespace Disclosure.Documents.Import.Recognising;

/// <summary>A value that was read out of a document, and where.</summary>
/// <typeparam name="T">Kind of value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Place">Where it was read.</param>
public sealed record Recognised<T>(T Value, Confidence Confidence, Place Place);

/// <summary>How sure a proposal is (可信程度).</summary>
public enum Confidence
{
    /// <summary>It stands where and as the standard (GB/T 9704-2012) has it, or behind its label.</summary>
    High,

    /// <summary>It is guessed; the drafter is told so.</summary>
    Low,
}

/// <summary>Where something was read.</summary>
/// <param name="Line">Line of the text of what was read (<see cref="Bodies.BodyText"/>), from 1.</param>
/// <param name="Excerpt">The line, or its first 40 characters.</param>
public sealed record Place(int Line, string Excerpt)
{
    /// <summary>Longest excerpt, characters.</summary>
    public const int MaxExcerpt = 40;
}
