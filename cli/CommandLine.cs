using System.CommandLine;
using System.Globalization;

namespace Disclosure.Cli;

/// <summary>Runs a command; a line that cannot be understood ends with exit code 2, so that scripts can tell it from the answer “no” (1).</summary>
internal static class CommandLine
{
    private const int BadUsage = 2;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        // The parser's own messages come from its resources; ours are Chinese.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("加 --help 查看用法。");
        return BadUsage;
    }
}
