namespace Disclosure.AppHost;

/// <summary>Under .NET Aspire the app model; elsewhere the bare-machine runner over the manifest that the model publishes.</summary>
internal static class Program
{
#if ASPIRE
    internal static void Main(string[] args) => AppModel.Build(args).Run();
#else
    internal static Task<int> Main(string[] args) => Runner.Commands.RunnerCommands.RunAsync(args);
#endif
}
