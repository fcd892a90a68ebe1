using System.Globalization;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>Why a file is not kept.</summary>
public static class StoreFailures
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The disk has no room (存储空间不足).</summary>
    public static readonly Failure Full = new(FailureKind.Unavailable, "file-store-is-full", "附件库存储空间不足",
        "文件没有保存。请告知系统管理员，腾出空间后再上传。");

    /// <summary>The file has too many bytes.</summary>
    /// <param name="most">Bytes that are taken.</param>
    /// <returns>The failure.</returns>
    public static Failure TooLarge(long most) => new(FailureKind.TooLarge, "file-is-too-large", "文件过大",
        $"文件不能超过 {Size(most)}。请压缩其中的图片，或分成几个文件上传。");

    private static string Size(long bytes) => bytes >= Megabyte && bytes % Megabyte == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:N0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} 字节");
}
