using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>Why a file cannot be read.</summary>
public static class ImportFailures
{
    /// <summary>No file was sent.</summary>
    public static readonly Failure Missing = new(FailureKind.Invalid, "file-is-missing", "请选择文件", "以表单字段 file 上传一个文件。");

    /// <summary>The file has too many bytes.</summary>
    public static readonly Failure TooLarge = new(FailureKind.TooLarge, "file-is-too-large", "文件过大",
        $"文件不能超过 {DocumentReader.MaxBytes / 1024 / 1024} MB。");

    /// <summary>A kind of file that is not read.</summary>
    public static readonly Failure Unsupported = new(FailureKind.Invalid, "file-type-is-not-supported", "不支持这种文件",
        "请上传文本（UTF-8、UTF-16、GB18030 或 Big5）、Markdown、网页、Word、WPS、OpenDocument、Excel 或带文字的 PDF 文件。");

    /// <summary>A file of an old office program that is neither text nor table, or not to be recognised.</summary>
    public static readonly Failure OldWord = new(FailureKind.Invalid, "file-type-is-not-supported", "不支持这种文件",
        "这是旧版 Office 的文件，认不出是文字还是表格；请用 Word 或 WPS 另存为 .docx 后再上传。");

    /// <summary>A file that only a password opens.</summary>
    public static readonly Failure Encrypted = new(FailureKind.Invalid, "file-is-encrypted", "文件设有打开密码", "请去掉密码，另存后再上传。");

    /// <summary>A file that LibreOffice would read, which is not installed.</summary>
    /// <param name="name">What it is, Chinese.</param>
    public static Failure NeedsOffice(string name) => new(FailureKind.Invalid, "file-type-is-not-supported", "不支持这种文件",
        $"这是{name}，本系统没有安装用于转换的 LibreOffice；请用 Word 或 WPS 另存为 .docx 后再上传。");

    /// <summary>The file asks for more than reading may cost.</summary>
    public static readonly Failure TooComplex = new(FailureKind.Invalid, "file-is-too-complex", "文件过于复杂", "请另存为较小的文件，或将文字粘贴到正文中。");

    /// <summary>A table describes more cells than a body may have.</summary>
    public static readonly Failure TableTooLarge = new(FailureKind.Invalid, "table-is-too-large", "表格过大",
        $"行数乘以列数不能超过 {Body.MaxPlaces:N0}，请拆成几个表格，中间空一行。");

    /// <summary>More links in a paragraph of Markdown than are looked for.</summary>
    public static readonly Failure TooManyLinks = new(FailureKind.Invalid, "too-many-links", "同一段中的链接过多", "请分成几段，中间空一行。");

    /// <summary>More headings by underlines, definitions or tables in Markdown than are looked for.</summary>
    public static readonly Failure TooManyUnderlines = new(FailureKind.Invalid, "too-many-underlines",
        "以 === 或 --- 写成的标题、链接定义或表格过多", "标题请改用 # 开头。");

    /// <summary>More footnotes than a body may have.</summary>
    public static readonly Failure TooManyNotes = new(FailureKind.Invalid, "too-many-notes", "脚注过多", $"脚注不能超过 {Body.MaxNotes:N0} 处。");

    /// <summary>Lists, quotations or marks within each other without end.</summary>
    public static readonly Failure TooDeep = new(FailureKind.Invalid, "nested-too-deep", "列表、引用、强调等层级过深",
        "请减少层级；星号等符号请在前面加反斜杠。");

    /// <summary>Too many files are being read.</summary>
    public static readonly Failure Busy = new(FailureKind.Busy, "import-is-busy", "正在导入其他文件", "请稍候再试。");

    /// <summary>More text than a body may have.</summary>
    public static readonly Failure TooLong = new Failure(FailureKind.TooLarge, "body-is-too-long", "正文过长",
        $"正文不能超过 {Body.MaxLength:N0} 字。").At("body");

    /// <summary>Bytes that are no such file.</summary>
    public static readonly Failure Damaged = new(FailureKind.Invalid, "file-is-damaged", "文件无法读取", "文件可能已损坏或加密，请另存后再上传。");

    /// <summary>Nothing to read is in it.</summary>
    public static readonly Failure Empty = new(FailureKind.Invalid, "file-has-no-text", "文件中没有文字", "扫描件请先转换为带文字的文件。");
}
