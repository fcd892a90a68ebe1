using System.Text;
using System.Text.Json;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Rules.Shared;

/// <summary>JSON to standard output, errors to standard error, exit codes: 0 answered, 1 the answer is no, 2 cannot be asked so.</summary>
internal static class Output
{
    public const int BadUsage = 2;

    // Bytes that are no UTF-8 would become replacement characters that nobody typed.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static int Write<T>(T value, bool good = true)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(value, RulesJson.Options));
        return good ? 0 : 1;
    }

    public static int Refuse(IEnumerable<string> errors)
    {
        foreach (var error in errors) Console.Error.WriteLine(error);
        return BadUsage;
    }

    /// <summary>Answers by the calendars of a directory, or lists its faults.</summary>
    public static int WithCalendars(string? directory, Func<WorkingCalendars, int> answer)
    {
        WorkingCalendars calendars;
        try
        {
            calendars = WorkingCalendars.Load(directory);
        }
        catch (CalendarException failure)
        {
            return Refuse(failure.Faults.Select(fault => fault.ToString()));
        }

        return answer(calendars);
    }

    /// <summary>Answers by the calendar of an authority, or by the national one where none is named.</summary>
    public static int WithCalendar(string? directory, string? pack, Func<WorkingCalendar, int> answer)
        => WithCalendars(directory, calendars =>
        {
            if (pack is null) return answer(calendars.National);
            var packs = RulePacks.Load();
            return packs.TryGet(pack, out var found) ? answer(calendars.Of(found.Region?.OfCalendar()))
                : Refuse([DutyAnswer.NoPack(packs, pack)]);
        });

    public static bool TryReadText(FileInfo file, out string text, out string error)
    {
        (text, error) = ("", "");
        try
        {
            text = File.ReadAllText(file.FullName, Strict);
            return true;
        }
        catch (DecoderFallbackException)
        {
            error = $"文件不是 UTF-8 文本：{file.FullName}";
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error = file.Exists ? $"文件无法读取：{file.FullName}"
                : Directory.Exists(file.FullName) ? $"是目录，不是文件：{file.FullName}"
                : $"文件不存在：{file.FullName}";
            return false;
        }
    }
}
