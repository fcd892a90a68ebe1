using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>Why a file is not taken as an attachment.</summary>
public static class AttachedTypeFailures
{
    private const string Code = "file-type-is-not-supported";
    private const string Title = "不支持这种文件";
    private const string Taken = "附件可以是 PDF、Word（.docx）、Excel（.xlsx）、PowerPoint（.pptx）、文本（.txt）、CSV、图片（.jpg、.png、.gif）"
        + "或装有这些文件的 ZIP 压缩包。";

    /// <summary>A kind of file that is not taken.</summary>
    public static readonly Failure Unsupported = new(FailureKind.Invalid, Code, Title, Taken);

    /// <summary>A page, a drawing or a script: whoever opens it runs it.</summary>
    public static readonly Failure Markup = new(FailureKind.Invalid, Code, Title, $"网页、XML、SVG 和脚本不能作为附件，请另存为 PDF。{Taken}");

    /// <summary>Office before 2007, WPS, or a file that only a password opens.</summary>
    public static readonly Failure OldOffice = new(FailureKind.Invalid, Code, Title,
        "这是旧版 Office 或 WPS 格式（.doc、.xls、.ppt、.wps、.et）或者加密的文件。请去掉密码，用 Office 或 WPS 另存为 .docx、.xlsx 或 .pptx 后再上传。");

    /// <summary>A file with macros (宏).</summary>
    public static readonly Failure Macros = new(FailureKind.Invalid, Code, "文件含宏",
        "含宏的文件不能作为附件。请另存为不含宏的 .docx、.xlsx 或 .pptx 后再上传。");

    /// <summary>A template or a show.</summary>
    public static readonly Failure Template = new(FailureKind.Invalid, Code, "这是模板或放映文件",
        "请用 Office 或 WPS 打开，另存为 .docx、.xlsx 或 .pptx 后再上传。");

    /// <summary>OFD, which nothing here reads yet.</summary>
    public static readonly Failure Ofd = new(FailureKind.Invalid, Code, "暂不支持 OFD 文件",
        "暂不能检查 OFD 文件中的内容，请另存为 PDF 后再上传。");

    /// <summary>No bytes.</summary>
    public static readonly Failure Empty = new(FailureKind.Invalid, "file-is-empty", "文件是空的", "文件中没有内容，请重新选择。");

    /// <summary>No entries.</summary>
    public static readonly Failure EmptyArchive = new(FailureKind.Invalid, "file-is-empty", "压缩包是空的", "压缩包中没有文件，请重新压缩后再上传。");

    /// <summary>More text than is decoded.</summary>
    public static readonly Failure LongText = new(FailureKind.TooLarge, "file-is-too-large", "文本文件过大",
        $"文本文件不能超过 {DocumentReader.MaxBytes / 1024 / 1024} MB，请分成几个文件。");

    /// <summary>A name that ends like another type's.</summary>
    /// <param name="type">The type by the content.</param>
    /// <param name="ending">How the name ends.</param>
    /// <returns>The failure.</returns>
    public static Failure OtherEnding(AttachedType type, string ending) => new(FailureKind.Invalid, "file-name-does-not-fit",
        "文件名与内容不符", $"文件名以“{Short(ending)}”结尾，内容却是 {AttachedTypes.Name(type)}。请确认没有选错文件；"
            + $"没有选错的，请将文件名的结尾改为“{AttachedTypes.Extensions(type)[0]}”。");

    /// <summary>A name without an ending.</summary>
    /// <param name="type">The type by the content.</param>
    /// <param name="name">The name.</param>
    /// <returns>The failure.</returns>
    public static Failure NoEnding(AttachedType type, string name) => new(FailureKind.Invalid, "file-name-does-not-fit",
        "文件名没有扩展名", (name.Contains('．', StringComparison.Ordinal) ? "文件名中的“．”是全角的点，请改为半角。" : "")
            + $"内容是 {AttachedTypes.Name(type)}，文件名应以“{AttachedTypes.Extensions(type)[0]}”结尾。");

    private static string Short(string ending) => EnteredText.Cut(ShownName.Masked(ending), 20);
}
