using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Data and marks in a text, without the spaces in them.</summary>
internal static class Finds
{
    public static IEnumerable<string> In(string text) => SensitiveDataScanner.Scan(text).Select(span => Plain(span.Text))
        .Concat(CellMarks.Secrecy(text).Select(mark => mark.Words)).Concat(CellMarks.Handling(text).Select(mark => mark.Words));

    public static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
