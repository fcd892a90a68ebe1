using Disclosure.Documents.Packages;
using Disclosure.Documents.Release.Stripping.Office;
using Disclosure.Documents.Release.Stripping.Pdf;
using Disclosure.Documents.Release.Stripping.Pictures;
using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Stripping;

/// <summary>One stripping, of a file and those within it, on one budget.</summary>
internal sealed class Stripper
{
    /// <summary>Parts of all Office files together; a workbook of many pictures has some thousands.</summary>
    private const int MaxParts = 20_000;
    private const long MaxBytes = 300L * 1024 * 1024;
    private const int MaxPart = 100 * 1024 * 1024;

    private readonly PackageBudget parts = new(MaxParts, MaxBytes, MaxPart);

    public PackageBudget Files { get; } = new(MetadataStripper.MaxFiles, MaxBytes, MaxPart);

    /// <exception cref="Import.RefusedException">It cannot be stripped.</exception>
    public byte[] Strip(byte[] file, AttachedType type, int depth) => type switch
    {
        AttachedType.Pdf => PdfStripper.Strip(file),
        AttachedType.Docx or AttachedType.Xlsx or AttachedType.Pptx => new OfficeStripper(this, parts, depth).Strip(file),
        AttachedType.Jpeg => JpegStripper.Strip(file),
        AttachedType.Png => PngStripper.Strip(file),
        AttachedType.Gif => GifStripper.Strip(file),
        AttachedType.Zip => new ArchiveStripper(this).Strip(file, depth + 1),
        _ => file,
    };
}
