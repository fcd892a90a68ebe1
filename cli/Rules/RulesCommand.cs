using System.CommandLine;

namespace Disclosure.Cli.Rules;

/// <summary><c>disclosure rules …</c>: the rules engine as commands.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "规则：期限、收费、标识、规则包");
}
