using System.Text;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Strings as programs write them: in Unicode, or in the code page of where they ran.</summary>
internal static class PdfString
{
    /// <summary>The string; one that may be GB 18030 is said both ways.</summary>
    public static string Of(string data)
    {
        if (!data.Any(c => c > '\u007F') || data.Any(c => c > '\u00FF')) return data;
        var bytes = Encoding.Latin1.GetBytes(data);
        if (bytes is [0xFE, 0xFF, .. var big]) return Encoding.BigEndianUnicode.GetString(big);
        if (bytes is [0xFF, 0xFE, .. var little]) return Encoding.Unicode.GetString(little);
        if (bytes is [0xEF, 0xBB, 0xBF, .. var modern]) return Encoding.UTF8.GetString(modern);
        return $"{data}\n{CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes)}";
    }
}
