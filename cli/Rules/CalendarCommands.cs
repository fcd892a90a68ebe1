using System.CommandLine;
using System.Globalization;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules calendar show YEAR</c> and <c>rules calendar import FILE [--into DIR]</c>.</summary>
internal static class CalendarCommands
{
    public static Command Create() => new("calendar", "工作日历：查看年度放假安排，导入国务院办公厅的通知") { Show(), Import() };

    private static Command Show()
    {
        var year = new Argument<int>("year") { Description = "年份" };
        var directory = Options.Calendar();
        var command = new Command("show", "显示一年的放假和调休安排；未载入的年份退出码为 1") { year, directory };
        command.SetAction(parsed => Output.WithCalendar(parsed.GetValue(directory), calendar =>
        {
            var answer = CalendarAnswer.Create(calendar, parsed.GetValue(year));
            return answer.Value is { } shown ? Output.Write(shown, shown.Loaded) : Output.Refuse(answer.Errors);
        }));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "放假安排（CSV：date,isOffDay,name）" };
        var into = new Option<string?>("--into") { Description = "日历目录；通过核对的安排写入“年份.csv”，不给出时只核对" };
        var year = new Option<int?>("--year") { Description = "年份，默认取多数行所属的年份" };
        var replace = new Option<bool>("--replace") { Description = "替换已载入的年份（更正通知）" };
        var command = new Command("import", "核对并导入一年的放假安排；有冲突时全部列出，退出码为 1") { file, into, year, replace };
        command.SetAction(parsed => Import(parsed.GetValue(file)!, parsed.GetValue(into), parsed.GetValue(year), parsed.GetValue(replace)));
        return command;
    }

    private static int Import(FileInfo file, string? into, int? given, bool replace)
    {
        if (!Output.TryReadText(file, out var csv, out var error)) return Output.Refuse([error]);
        if ((given ?? HolidayNotice.YearOf(new StringReader(csv))) is not { } year) return Output
            .Refuse([$"{file.Name} 中没有可识别的行，请用 --year 写明年份。"]);
        if (CalendarAnswer.Create(WorkingCalendar.Embedded, year) is { Value: null } unknown) return Output.Refuse(unknown.Errors);
        return Output.WithCalendar(Directory.Exists(into) ? into : null, calendar =>
        {
            var import = HolidayNotice.Import(calendar, year, new StringReader(csv), replace);
            var written = import.Calendar is { } accepted && into is not null ? Save(into, year, HolidayNotice.ToCsv(accepted, year))
                : null;
            return Output.Write(ImportAnswer.Create(year, import, written), import.Calendar is not null);
        });
    }

    // Written beside and moved, so that a service that starts meanwhile never reads half a file.
    private static string Save(string directory, int year, string csv)
    {
        var target = Path.Combine(Directory.CreateDirectory(directory).FullName, year.ToString(CultureInfo.InvariantCulture) + ".csv");
        var draft = target + ".tmp";
        File.WriteAllText(draft, csv);
        File.Move(draft, target, overwrite: true);
        return target;
    }
}
