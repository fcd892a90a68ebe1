using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Import;

/// <summary>The text read so far, never longer than an item's body may be.</summary>
internal sealed class TextDraft
{
    // Room for what becomes the title and for blank lines that are tidied away.
    public const int Most = Body.MaxLength + 10_000;

    private readonly StringBuilder text = new();
    private int promised;

    public void Append(string part)
    {
        if (text.Length + part.Length > Most) throw new TextIsTooLongException();
        text.Append(part);
    }

    /// <summary>Counts text that is read but not appended yet.</summary>
    public void Promise(int characters)
    {
        if ((promised += characters) > Most) throw new TextIsTooLongException();
    }

    public override string ToString() => text.ToString();
}
