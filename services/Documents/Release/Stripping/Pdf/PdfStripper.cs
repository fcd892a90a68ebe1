using System.Text.RegularExpressions;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Takes out of a PDF its properties, older revisions, and what runs by itself; pages are copied byte for byte. Attached files,
/// annotations and forms stay: a person decides on those.</summary>
/// <remarks>No library that writes PDFs is used: they lose names in GBK, numbers' digits and what they do not know.</remarks>
internal static partial class PdfStripper
{
    private const int HeadSize = 1_024;
    private const long Room = 64L * 1024 * 1024;

    /// <exception cref="RefusedException">It cannot be stripped.</exception>
    public static byte[] Strip(byte[] file)
    {
        var start = file.AsSpan(0, Math.Min(HeadSize, file.Length)).IndexOf("%PDF-"u8);
        if (start < 0) throw PdfSyntax.Damaged();
        // Programs count from the first byte of the format, whatever mail has put before it.
        var content = file.AsMemory(start);
        return Try(PdfObjects.Read, file, content) ?? Try(PdfObjects.Search, file, content) ?? throw PdfSyntax.Damaged();
    }

    /// <summary>The stripped file; null where it could not be read this way.</summary>
    private static byte[]? Try(Func<PdfSource, PdfObjects> read, byte[] file, ReadOnlyMemory<byte> content)
    {
        try
        {
            var objects = read(new PdfSource(content));
            if (objects.IsEncrypted) throw new RefusedException(StripFailures.EncryptedPdf);
            if (new PdfSignature(objects, content).Is()) return file;
            using var output = new PdfOutput(Version(content.Span), content.Length + (content.Length / 2L) + Room);
            new PdfCopy(objects, output).Run();
            return output.Finish();
        }
        catch (RefusedException refused) when (refused.Failure == StripFailures.DamagedPdf)
        {
            return null;
        }
        catch (Exception damage) when (damage is InvalidDataException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Older ones do not know packed objects.</summary>
    private static string Version(ReadOnlySpan<byte> content)
    {
        var said = System.Text.Encoding.Latin1.GetString(content[5..Math.Min(8, content.Length)]);
        return Known().IsMatch(said) ? said : "1.5";
    }

    [GeneratedRegex(@"^(1\.[5-7]|2\.0)$", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
