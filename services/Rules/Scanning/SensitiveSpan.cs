namespace Disclosure.Rules.Scanning;

/// <summary>Personal data at a place in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, from 0, in UTF-16 units.</param>
/// <param name="Length">Characters, from the first to the last digit with all that stands between.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Text">The text found.</param>
public sealed record SensitiveSpan(SensitiveKind Kind, int Start, int Length, int Line, int Column, string Text)
{
    /// <summary>The text masked as it may be published; made when it is asked for, because most who scan only count or mark.</summary>
    public string Masked => Masks.Of(Kind, Text);
}
