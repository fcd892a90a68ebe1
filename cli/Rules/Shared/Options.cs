using System.CommandLine;
using System.CommandLine.Parsing;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules.Shared;

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

    public static Option<DateOnly?> OptionalDay(string name, string description) => new(name)
    {
        Description = description + "（yyyy-MM-dd）",
        CustomParser = result => ParseDay(result),
    };

    public static Option<IReadOnlyList<DateOnly>> Days(string name, string description) => new(name)
    {
        Description = description + "（yyyy-MM-dd，以逗号分隔）",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            if (!Inputs.TryDays(Token(result), out var days, out var error)) result.AddError($"{name}：{error}");
            return days;
        },
    };

    public static Option<int> Number(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (!Inputs.TryNumber(Token(result), out var number, out var error)) result.AddError($"{name}：{error}");
            return number;
        },
    };

    public static Option<string?> Calendar() => new("--calendar") { Description = "日历目录：年份.csv、地区-年份.csv 补充或替换内置的放假安排" };

    public static Option<string?> PackOfCalendar() => new("--pack") { Description = "按哪个机关的工作日历，例如 xinyuan；默认全国" };

    public static Option<FileInfo> File(string description) => new("--file") { Description = description, Required = true };

    private static DateOnly ParseDay(ArgumentResult result)
    {
        if (!Inputs.TryDay(Token(result), out var day, out var error)) result.AddError(error);
        return day;
    }

    private static string Token(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
