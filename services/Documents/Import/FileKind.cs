namespace Disclosure.Documents.Import;

/// <summary>Kinds of files by how they are read.</summary>
public enum FileKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text with the marks of Markdown.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>An archive, as DOCX is one.</summary>
    Package,

    /// <summary>Word before 2007.</summary>
    OldWord,

    /// <summary>Something else that is no text.</summary>
    Other,
}
