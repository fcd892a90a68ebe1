using System.Buffers;
using System.Text;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>Names of files as people give them (附件名称): usable on every system, and as they are read.</summary>
public static class AttachmentName
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 100;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\/:*?\"<>|");

    /// <summary>Names that are devices in Windows, whatever follows a dot.</summary>
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "COM¹", "COM²", "COM³", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>The name of an uploaded file: without directories, which some browsers send, trimmed, composed (Unicode NFC).</summary>
    /// <param name="sent">What was sent.</param>
    /// <returns>The name, or what is wrong with it.</returns>
    public static Outcome<string> Of(string? sent)
    {
        // Normalising refuses what is no text.
        if (sent is not null && !EnteredText.IsStorable(sent)) return Refused(EnteredText.Unstorable);
        var name = (sent ?? "")[((sent ?? "").LastIndexOfAny(['/', '\\']) + 1)..].Trim().Normalize(NormalizationForm.FormC);
        return Problem(name) is { } problem ? Refused(problem) : name;
    }

    /// <summary>What is wrong with a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What, Chinese; null when nothing is.</returns>
    public static string? Problem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (EnteredText.ProblemOfLine(name) is { } problem) return problem;
        if (EnteredText.IsBlank(name)) return "文件名不能为空。";
        if (name.Length > MaxLength) return $"文件名不能超过 {MaxLength} 个字符，请改短。";
        if (name.Any(c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format)) return EnteredText.Hidden;
        if (name.AsSpan().ContainsAny(Forbidden)) return "文件名不能含有 \\ / : * ? \" < > | 这些字符。";
        if (!name.IsNormalized(NormalizationForm.FormC)) return "文件名含有未合成的字符，请重新输入。";
        if (name[0] == '.') return "文件名不能以点开头，点前至少要有一个字。";
        if (name[^1] == '.' || char.IsWhiteSpace(name[^1]) || char.IsWhiteSpace(name[0])) return "文件名不能以点结尾，首尾不能有空格。";
        var stem = name.Split('.')[0].TrimEnd();
        if (name.Contains('.', StringComparison.Ordinal) && EnteredText.IsBlank(name[..name.LastIndexOf('.')]))
            return "点前至少要有一个字。";
        return Devices.Contains(stem) ? $"“{stem}”是 Windows 保留的名称，请改名。" : null;
    }

    private static Failure Refused(string problem) => new(FailureKind.Invalid, "file-name-is-not-allowed", "文件名不能使用", problem);
}
