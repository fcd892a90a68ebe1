using Disclosure.Kernel;

namespace Disclosure.Rules.Reading;

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
        return text.Length <= Most ? text : EnteredText.Cut(text, Most) + "…";
    }
}
