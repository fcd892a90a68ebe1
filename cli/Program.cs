using System.CommandLine;
using Disclosure.Cli.Rules;

var root = new RootCommand("政务公开平台命令行") { RulesCommand.Create() };
return await root.Parse(args).InvokeAsync();
