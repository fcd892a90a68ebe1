using Disclosure.Kernel;

namespace Disclosure.Documents.Packages;

/// <summary>Why a package (ZIP and what is built on it: DOCX, XLSX, PPTX) is not unpacked.</summary>
public static class PackageFailures
{
    /// <summary>Bytes that are no such file.</summary>
    public static readonly Failure Damaged = new(FailureKind.Invalid, "file-is-damaged", "文件无法读取", "文件可能已损坏，请用原来的程序打开，另存后再上传。");

    /// <summary>It unpacks to more than is read.</summary>
    public static readonly Failure TooLarge = new(FailureKind.Invalid, "file-is-too-complex", "文件展开后过大",
        "请压缩其中的图片，或拆成几个较小的文件。");

    /// <summary>It has more entries than are read.</summary>
    /// <param name="most">Entries that are read.</param>
    /// <returns>The failure.</returns>
    public static Failure TooManyEntries(int most) => new(FailureKind.Invalid, "file-is-too-complex", "压缩包中的文件过多",
        $"压缩包（连同其中的压缩包）不能超过 {most:N0} 个文件，请分成几个上传。");

    /// <summary>An entry that only a password opens.</summary>
    /// <param name="entry">Its name.</param>
    /// <returns>The failure.</returns>
    public static Failure Encrypted(string entry) => new(FailureKind.Invalid, "file-is-encrypted", "压缩包已加密",
        $"“{entry}”需要密码才能打开。请去掉密码，重新压缩后再上传。");

    /// <summary>An entry packed in a way that is not read.</summary>
    /// <param name="entry">Its name.</param>
    /// <returns>The failure.</returns>
    public static Failure Packing(string entry) => new(FailureKind.Invalid, "file-type-is-not-supported", "不支持这种压缩方式",
        $"“{entry}”的压缩方式不能识别。请用系统自带的功能重新压缩为 ZIP 后再上传。");

    /// <summary>An entry whose name leads out of the package or cannot be a name.</summary>
    /// <param name="entry">Its name.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>The failure.</returns>
    public static Failure BadName(string entry, string problem) => new(FailureKind.Invalid, "entry-name-is-not-allowed",
        "压缩包中的文件名不能使用", $"“{entry}”：{problem}");

    /// <summary>Two entries of a name: programs differ in which they show.</summary>
    /// <param name="entry">The name.</param>
    /// <returns>The failure.</returns>
    public static Failure Duplicate(string entry) => new(FailureKind.Invalid, "entry-name-is-not-allowed", "压缩包中有同名的文件",
        $"“{entry}”出现了不止一次，请改名后重新压缩。");
}
