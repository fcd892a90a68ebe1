namespace Disclosure.Rules.Answers;

/// <summary>Other people's text as an error quotes it: enough to be found again, never all of a megabyte.</summary>
public static class Excerpt
{
    /// <summary>Most characters of a text that are quoted.</summary>
    public const int Most = 80;

    /// <summary>The beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text itself where it is short, else its beginning with an ellipsis.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Most) return text;
        // Half of a surrogate pair is no text.
        return text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)] + "…";
    }
}
