using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Office;

/// <summary>The web page that LibreOffice makes of a spreadsheet, without what it adds of its own: a list of the sheets, and “Sheet 1:”
/// before their names.</summary>
internal static partial class SheetPages
{
    private const string Body = "<body";

    /// <summary>The page as its author would have written it.</summary>
    /// <param name="page">What LibreOffice wrote, in UTF-8.</param>
    public static byte[] Of(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        var first = SheetName().Match(text);
        // A spreadsheet of one sheet has neither list nor names.
        if (!first.Success) return page;
        var body = text.IndexOf(Body, StringComparison.OrdinalIgnoreCase);
        var start = body < 0 ? 0 : text.IndexOf('>', body) + 1;
        return Encoding.UTF8.GetBytes(text[..start] + SheetName().Replace(text[first.Index..], "<h2>$1</h2>"));
    }

    [GeneratedRegex("<A NAME=\"table[0-9]+\"><h1>Sheet [0-9]+: <em>([^<]*)</em></h1></A>", RegexOptions.CultureInvariant)]
    private static partial Regex SheetName();
}
