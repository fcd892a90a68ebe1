namespace Disclosure.Documents.Storing;

/// <summary>Kinds of files that an item may carry (附件类型), told by their bytes.</summary>
public enum AttachedType
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word 2007 and later, without macros.</summary>
    Docx,

    /// <summary>Excel 2007 and later, without macros.</summary>
    Xlsx,

    /// <summary>PowerPoint 2007 and later, without macros.</summary>
    Pptx,

    /// <summary>Plain text in UTF-8, UTF-16, GB18030 or Big5.</summary>
    Text,

    /// <summary>Values parted by commas: text whose name ends in .csv.</summary>
    Csv,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>GIF picture.</summary>
    Gif,

    /// <summary>ZIP archive of files of these kinds.</summary>
    Zip,
}
