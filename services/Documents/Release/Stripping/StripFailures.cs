using Disclosure.Documents.Packages;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release.Stripping;

/// <summary>Why nobody can say that a file is stripped.</summary>
internal static class StripFailures
{
    public static readonly Failure DamagedPicture = new(FailureKind.Invalid, "file-is-damaged", "图片无法读取",
        "图片可能已损坏或没有传完，请用看图程序打开，另存后再上传。");

    public static readonly Failure HugePicture = new(FailureKind.Invalid, "file-is-too-complex", "图片尺寸过大",
        "图片每边不能超过 30,000 像素，总共不能超过 2 亿像素，请缩小后再上传。");

    public static readonly Failure DamagedPdf = new(FailureKind.Invalid, "file-is-damaged", "PDF 文件无法读取",
        "文件可能已损坏，请用“另存为 PDF”或打印为 PDF 后再上传。");

    public static readonly Failure EncryptedPdf = new(FailureKind.Invalid, "file-is-encrypted", "PDF 文件已加密",
        "文件设有密码或限制了打印、复制。请去掉密码和限制，或打印为 PDF 后再上传。");

    public static readonly Failure ComplexPdf = new(FailureKind.Invalid, "file-is-too-complex", "PDF 文件过于复杂",
        "请打印为 PDF，或拆成几个较小的文件后再上传。");

    public static readonly Failure TooDeep = new(FailureKind.Invalid, "nested-too-deep", "压缩包层级过深",
        $"压缩包里最多再套 {MetadataStripper.MaxDepth - 1} 层压缩包，请解开后重新压缩。");

    /// <summary>The same failure, said of a file within an archive or a document.</summary>
    public static Failure Within(this Failure failure, string name) => failure with
    {
        Detail = failure.Detail?.StartsWith('“') == true ? $"“{ShownName.Masked(name)}”中，{failure.Detail}"
            : $"“{ShownName.Masked(name)}”：{failure.Detail}",
    };
}
