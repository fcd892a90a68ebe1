namespace Disclosure.Documents.Import.Office;

/// <summary>Files that LibreOffice turns into what is read here.</summary>
internal enum OfficeKind
{
    /// <summary>Word before 2007 and WPS Writer: DOC, WPS.</summary>
    OldText,

    /// <summary>Excel before 2007 and WPS Spreadsheets: XLS, ET.</summary>
    OldTable,

    /// <summary>OpenDocument text: ODT.</summary>
    OpenText,

    /// <summary>OpenDocument spreadsheet: ODS.</summary>
    OpenTable,

    /// <summary>Excel 2007 and later: XLSX.</summary>
    Table,

    /// <summary>Rich text: RTF.</summary>
    RichText,
}
