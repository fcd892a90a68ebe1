using Disclosure.Kernel;

namespace Disclosure.Catalogue.Import;

/// <summary>What was recognised in a document.</summary>
/// <param name="Title">标题.</param>
/// <param name="Body">正文, Markdown.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ProducedOn">成文日期.</param>
/// <param name="IssuingOrgan">发文机关.</param>
internal sealed record ImportedDocument(string Title, string Body, string? DocumentNumber, DateOnly? ProducedOn, string? IssuingOrgan);

/// <summary>Why a file cannot be read.</summary>
internal static class ImportFailures
{
    public static readonly Failure Missing = new(FailureKind.Invalid, "file-is-missing", "请选择文件", "以表单字段 file 上传一个文件。");

    public static readonly Failure TooLarge = new(FailureKind.TooLarge, "file-is-too-large", "文件过大",
        $"文件不能超过 {DocumentReader.MaxBytes / 1024 / 1024} MB。");

    public static readonly Failure Unsupported = new(FailureKind.Invalid, "file-type-is-not-supported", "不支持这种文件",
        "请上传文本、Markdown、DOCX 或带文字的 PDF 文件。");

    public static readonly Failure TooComplex = new(FailureKind.Invalid, "file-is-too-complex", "文件过于复杂", "请另存为较小的文件，或将文字粘贴到正文中。");

    public static readonly Failure Busy = new(FailureKind.Busy, "import-is-busy", "正在导入其他文件", "请稍候再试。");

    public static readonly Failure Damaged = new(FailureKind.Invalid, "file-is-damaged", "文件无法读取", "文件可能已损坏或加密，请另存后再上传。");

    public static readonly Failure Empty = new(FailureKind.Invalid, "file-has-no-text", "文件中没有文字", "扫描件请先转换为带文字的文件。");
}
