namespace Disclosure.Documents.Release.Reading;

/// <summary>A file holds more than is read.</summary>
/// <param name="words">What is too much, Chinese.</param>
internal sealed class BeyondBoundException(string words) : Exception
{
    public string Words => words;
}
