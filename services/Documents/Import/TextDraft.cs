namespace Disclosure.Documents.Import;

/// <summary>Counts the text read so far, which is never longer than a body may be.</summary>
internal sealed class TextDraft
{
    // Room for what becomes the title and for blank lines that are tidied away.
    public const int Most = Bodies.Body.MaxLength + 10_000;

    private int promised;

    /// <summary>Counts text that is read.</summary>
    public void Promise(int characters)
    {
        if ((promised += characters) > Most) throw new TextIsTooLongException();
    }
}

/// <summary>A document has more text than an item may have.</summary>
internal sealed class TextIsTooLongException : Exception;
