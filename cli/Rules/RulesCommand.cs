using System.CommandLine;

namespace Disclosure.Cli.Rules;

/// <summary><c>disclosure rules …</c>: the rules engine as commands.</summary>
internal static class RulesCommand
{
    public static Command Create()
        => new("rules", "规则：期限、收费、标识、规则包。退出码：0 已回答；1 已回答，答案为否（值无效、报告不平、规则包有错、事实不合法）；2 无法回答（用法、文件、编码或 JSON 有误，没有所问的规则）")
    {
        DueCommand.Create(),
        ClockCommand.Create(),
        ReplayCommand.Create(),
        TimingCommands.Timing(),
        TimingCommands.Duty(),
        TimingCommands.PreDisclosure(),
        FeeCommand.Create(),
        CalendarCommands.Create(),
        Check(),
        ScanCommand.Create(),
        PackCommands.Show(),
        PackCommands.Print(),
        PackCommands.Validate(),
        CoverageCommand.Create(),
    };

    private static Command Check()
    {
        var command = new Command("check", "核对标识、文号、年度报告或人员名单") { ReportCommand.Create(), PeopleCommands.Roster(), PeopleCommands.Panel() };
        foreach (var kind in CheckCommands.Create()) command.Subcommands.Add(kind);
        return command;
    }
}
