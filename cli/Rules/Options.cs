using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules;

/// <summary>Options whose errors are told in Chinese.</summary>
internal static class Options
{
    public static Option<DateOnly> Day(string name, string description, bool required) => new(name)
    {
        Description = description + "（yyyy-MM-dd）",
        Required = required,
        CustomParser = ParseDay,
        DefaultValueFactory = required ? null : _ => LegalDay.Today(TimeProvider.System),
    };

    public static Option<int> Number(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (int.TryParse(Token(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError($"{name}：“{Token(result)}”不是整数。");
            return 0;
        },
    };

    public static Option<string?> Calendar() => new("--calendar") { Description = "日历目录：年份.csv 补充或替换内置的放假安排" };

    public static Option<FileInfo> File(string description) => new("--file") { Description = description, Required = true };

    private static DateOnly ParseDay(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(Token(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"“{Token(result)}”不是有效日期（yyyy-MM-dd）。");
        return default;
    }

    private static string Token(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
