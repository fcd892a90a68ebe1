using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Office;

/// <summary>Reads files of other office programs by what LibreOffice makes of them: of texts a DOCX, of spreadsheets a web page of
/// tables.</summary>
internal static class OfficeReader
{
    private static readonly RemarkKind Converted = new("converted", "转换");

    /// <summary>One at a time in a process: each takes a processor and half a gigabyte.</summary>
    private static readonly SemaphoreSlim One = new(1);

    /// <summary>What stands in the file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, OfficeKind kind, CancellationToken cancellation)
    {
        if (OfficeProgram.Path is null) return ImportFailures.NeedsOffice(Name(kind));
        var isTable = kind is OfficeKind.OldTable or OfficeKind.OpenTable or OfficeKind.Table;
        var made = await InTurnAsync(file, kind, isTable ? "html" : "docx", cancellation);
        if (made is null) return ImportFailures.Damaged;
        var hidden = isTable ? await HiddenAsync(file, kind, cancellation) : [];
        var read = isTable ? await ReaderProcess.ReadAsync(SheetPages.Of(made), FileKind.Html, cancellation)
            : await ReaderProcess.ReadAsync(made, FileKind.Package, cancellation);
        return read.Value is { } document ? document with { Remarks = [Told(kind), .. hidden, .. document.Remarks] } : read;
    }

    /// <summary>What of a spreadsheet nobody sees, and the page that is made of it has not.</summary>
    private static async Task<IReadOnlyList<ImportRemark>> HiddenAsync(ReadOnlyMemory<byte> file, OfficeKind kind,
        CancellationToken cancellation)
    {
        var workbook = kind == OfficeKind.Table ? file.ToArray() : await InTurnAsync(file, kind, "xlsx", cancellation);
        if (workbook is null) return [];
        using var stream = new MemoryStream(workbook, writable: false);
        var remarks = new RemarkList();
        foreach (var trait in (await FilePreparation.ReadAsync(stream, AttachedType.Xlsx, cancellation)).Value?.Traits ?? [])
            if (trait.Kind == FileTraitKind.Hidden) remarks.Add(RemarkKind.HiddenText, $"隐藏的内容没有导入：{trait.Place}。");
        return remarks.ToList();
    }

    private static async Task<byte[]?> InTurnAsync(ReadOnlyMemory<byte> file, OfficeKind kind, string form,
        CancellationToken cancellation)
    {
        await One.WaitAsync(cancellation);
        try
        {
            return await OfficeProgram.ConvertAsync(file, Ending(kind), form, cancellation);
        }
        finally
        {
            One.Release();
        }
    }

    private static ImportRemark Told(OfficeKind kind)
        => new(Converted.Code, $"文件是{Name(kind)}，由 LibreOffice 转换后读取，请对照原件核对文字、编号和表格。");

    private static string Name(OfficeKind kind) => kind switch
    {
        OfficeKind.OldText => "旧版 Word 或 WPS 文字（.doc、.wps）",
        OfficeKind.OldTable => "旧版 Excel 或 WPS 表格（.xls、.et）",
        OfficeKind.OpenText => "OpenDocument 文本（.odt）",
        OfficeKind.OpenTable => "OpenDocument 表格（.ods）",
        OfficeKind.Table => "Excel 表格（.xlsx）",
        _ => "RTF 文件",
    };

    private static string Ending(OfficeKind kind) => kind switch
    {
        OfficeKind.OldText => "doc",
        OfficeKind.OldTable => "xls",
        OfficeKind.OpenText => "odt",
        OfficeKind.OpenTable => "ods",
        OfficeKind.Table => "xlsx",
        _ => "rtf",
    };
}
