namespace Disclosure.Documents.Release;

/// <summary>Everything that would leave with a file: all its text, wherever it stands, and what is no text (放行审读).</summary>
/// <param name="Passages">Texts with their places, in the order of the file.</param>
/// <param name="Traits">What is in it besides text that everybody sees.</param>
public sealed record FileReading(IReadOnlyList<FilePassage> Passages, IReadOnlyList<FileTrait> Traits);

/// <summary>A text of a file.</summary>
/// <param name="Place">Where it stands, Chinese: “第 3 页”, “工作表‘名单’”, “批注”; empty where the file has one text only.</param>
/// <param name="Text">The text, a line for a paragraph, a tab between the cells of a row.</param>
public sealed record FilePassage(string Place, string Text);

/// <summary>Something of a file that is no visible text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where, Chinese; empty for the whole file.</param>
public sealed record FileTrait(FileTraitKind Kind, string Place);

/// <summary>What a file can have in it besides the text that everybody sees.</summary>
public enum FileTraitKind
{
    /// <summary>Hidden text, sheets, rows, columns, slides or layers (隐藏内容).</summary>
    Hidden,

    /// <summary>Comments, notes of a speaker, annotations (批注、备注).</summary>
    Comment,

    /// <summary>Tracked insertions and deletions (修订).</summary>
    TrackedChange,

    /// <summary>A picture, whose content no text says.</summary>
    Picture,

    /// <summary>A page without text, as scanners make it (扫描页).</summary>
    ScannedPage,

    /// <summary>Another file within it: object, attachment of a PDF, entry of an archive; its own text and traits are here too.</summary>
    Embedded,

    /// <summary>A reference to a file or address outside that programs open (外部链接、数据连接); ordinary links of a text are none.</summary>
    ExternalData,

    /// <summary>A digital signature: the file is released as it is, with its properties.</summary>
    Signature,

    /// <summary>Properties that could not be taken out: author, program, place.</summary>
    Properties,

    /// <summary>A part that cannot be read: nobody can say what would leave.</summary>
    Unreadable,
}
