using System.CommandLine;
using Disclosure.Cli;
using Disclosure.Cli.Audit;
using Disclosure.Cli.Documents;
using Disclosure.Cli.Errors;
using Disclosure.Cli.Platform;
using Disclosure.Cli.Rules;

var root = new RootCommand("政务公开平台命令行")
{
    RulesCommand.Create(), AuditCommand.Create(), ErrorsCommand.Create(), ReadCommand.Create(),
};
foreach (var command in PlatformCommands.Create()) root.Subcommands.Add(command);
return await CommandLine.InvokeAsync(root, args);
