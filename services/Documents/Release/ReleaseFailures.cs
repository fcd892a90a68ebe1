using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>Why a file cannot be made ready for release.</summary>
internal static class ReleaseFailures
{
    /// <summary>The file has too many bytes.</summary>
    public static readonly Failure TooLarge = new(FailureKind.TooLarge, "file-is-too-large", "文件过大",
        $"文件不能超过 {FilePreparation.MaxBytes / 1024 / 1024} MB。");
}
