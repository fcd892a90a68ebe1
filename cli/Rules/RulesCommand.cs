using System.CommandLine;

namespace Disclosure.Cli.Rules;

/// <summary><c>disclosure rules …</c>: the rules engine as commands.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "规则：期限、收费、标识、规则包")
    {
        PackCommands.Show(),
        PackCommands.Validate(),
        CoverageCommand.Create(),
        Check(),
    };

    private static Command Check() => new("check", "核对标识、文号或年度报告")
    {
        ReportCommand.Create(),
    };
}
