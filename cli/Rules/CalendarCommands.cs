using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules calendar show YEAR [--pack xinyuan]</c> and <c>rules calendar import FILE [--pack xinyuan] [--into DIR]</c>.</summary>
internal static class CalendarCommands
{
    public static Command Create() => new("calendar", "工作日历：查看年度放假安排，导入国务院办公厅或本地区的通知") { Show(), Import() };

    private static Command Show()
    {
        var year = new Argument<int>("year") { Description = "年份" };
        var (directory, pack) = (Options.Calendar(), Options.PackOfCalendar());
        var command = new Command("show", "显示一年的放假和调休安排；未载入的年份退出码为 1") { year, directory, pack };
        command.SetAction(parsed => Output.WithCalendar(parsed.GetValue(directory), parsed.GetValue(pack), calendar =>
        {
            var answer = CalendarAnswer.Create(calendar, parsed.GetValue(year));
            return answer.Value is { } shown ? Output.Write(shown, shown.Loaded && shown.RegionLoaded != false)
                : Output.Refuse(answer.Errors);
        }));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "放假安排（CSV：date,isOffDay,name）" };
        var into = new Option<string?>("--into") { Description = "日历目录；通过核对的安排写入“年份.csv”或“地区-年份.csv”，不给出时只核对" };
        var year = new Option<int?>("--year") { Description = "年份，默认取多数行所属的年份" };
        var replace = new Option<bool>("--replace") { Description = "替换已载入的年份（更正通知）" };
        var region = new Option<string?>("--region-of") { Description = "文件是某机关所在地区的安排：机关代码，例如 xinyuan；默认是全国的安排" };
        var command = new Command("import", "核对并导入一年的放假安排；有冲突时全部列出，退出码为 1") { file, into, year, replace, region };
        command.SetAction(parsed => Import(parsed.GetValue(file)!, parsed.GetValue(into), parsed.GetValue(year), parsed.GetValue(replace),
            parsed.GetValue(region)));
        return command;
    }

    private static int Import(FileInfo file, string? into, int? given, bool replace, string? pack)
    {
        if (!Output.TryReadText(file, out var csv, out var error)) return Output.Refuse([error]);
        if ((given ?? HolidayNotice.YearOf(new StringReader(csv))) is not { } year) return Output
            .Refuse([$"{file.Name} 中没有可识别的行，请用 --year 写明年份。"]);
        if (CalendarAnswer.Create(WorkingCalendar.Embedded, year) is { Value: null } unknown) return Output.Refuse(unknown.Errors);
        return Output.WithCalendar(Directory.Exists(into) ? into : null, pack, calendar =>
        {
            var import = pack is null ? HolidayNotice.Import(calendar, year, new StringReader(csv), replace)
                : RegionalNotice.Import(calendar, year, new StringReader(csv), replace);
            var written = import is { Notice: { } notice, Calendar: { } accepted } && into is not null
                ? Save(into, WorkingCalendars.FileOf(notice.Scope == NoticeScope.National ? null : accepted.Region, year),
                    HolidayNotice.ToCsv(accepted, year, notice.Scope))
                : null;
            return Output.Write(ImportAnswer.Create(year, import, written), import.Calendar is not null);
        });
    }

    // Written beside and moved, so that a service that starts meanwhile never reads half a file.
    private static string Save(string directory, string name, string csv)
    {
        var target = Path.Combine(Directory.CreateDirectory(directory).FullName, name);
        var draft = target + ".tmp";
        File.WriteAllText(draft, csv);
        File.Move(draft, target, overwrite: true);
        return target;
    }
}
