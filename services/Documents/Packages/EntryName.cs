using System.Text;
using Disclosure.Documents.Import.Text;
using Disclosure.Kernel;

namespace Disclosure.Documents.Packages;

/// <summary>Names within a package.</summary>
internal static class EntryName
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>GB 18030 as Chinese Windows wrote names before UTF-8; what is neither is shown with a replacement and refused.</summary>
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The name of an entry. Programs forget its flag for UTF-8, and set it for GBK.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, bool isSaidUtf8)
    {
        string name;
        try
        {
            name = Utf8.GetString(bytes);
            // Few characters of GBK are UTF-8 by accident, as 联通 is.
            if (!isSaidUtf8 && HanText.IsAccident(name) && Chinese.GetString(bytes) is var other && HanText.Share(other) > 0) name = other;
        }
        catch (DecoderFallbackException)
        {
            name = Chinese.GetString(bytes);
        }

        return name.Replace('\\', '/');
    }

    /// <summary>What is wrong with a name, whatever program unpacks it; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is 0 or > 500) return "名称为空或过长。";
        if (EnteredText.ProblemOfLine(name) is { } problem) return problem;
        if (name.Contains('\uFFFD', StringComparison.Ordinal)) return "名称的编码不能识别，请改名后重新压缩。";
        if (name[0] == '/' || name.Contains(':', StringComparison.Ordinal)) return "不能是绝对路径。";
        // A directory ends in a slash.
        return name.TrimEnd('/').Split('/').Any(step => step.Trim() is "" or "." or "..") ? "路径中不能有空的一级，也不能有“.”或“..”。" : null;
    }
}
