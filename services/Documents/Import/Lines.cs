using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>Text without mark-up.</summary>
internal static class Lines
{
    /// <summary>A paragraph for each line that is not blank.</summary>
    public static Body ToBody(string text)
        => new([.. text.ReplaceLineEndings("\n").Split('\n').Select(line => new Paragraph([new TextRun(line)]))]);
}
