using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cli;

/// <summary>Runs a command; a line that cannot be understood ends with exit code 2, so that scripts can tell it from the answer “no”
/// (1).</summary>
internal static partial class CommandLine
{
    private const int BadUsage = 2;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        // The parser's own messages come from its resources; ours are Chinese.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(Translate(error));
        await Console.Error.WriteLineAsync("加 --help 查看用法。");
        return BadUsage;
    }

    // The parser has no Chinese for a missing option, and ends its Chinese sentences in “.” or “。.”.
    private static string Translate(ParseError error)
        => Missing().Match(error.Message) is { Success: true } missing
            ? $"缺少选项 {missing.Groups["option"].Value}。"
            : error.Message.TrimEnd('.', '。') + '。';

    [GeneratedRegex("^Option '(?<option>[^']+)' is required")]
    private static partial Regex Missing();
}
