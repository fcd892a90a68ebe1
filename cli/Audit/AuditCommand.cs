using System.CommandLine;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Audit;

/// <summary><c>disclosure audit …</c>: verifies and exports audit logs, at the platform or from a file alone.</summary>
internal static class AuditCommand
{
    /// <summary>The log is not what it should be.</summary>
    public const int Broken = 1;

    /// <summary>It could not be asked: bad usage, no platform, no right, no such file.</summary>
    public const int NotAsked = 2;

    public static Command Create() => new("audit", "审计记录") { VerifyCommand.Create(), ExportCommand.Create() };

    /// <summary>Runs a command that ends with 0 for intact, 1 for broken and 2 when it could not be asked.</summary>
    public static Command With(Command command, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await run(parsed, cancellation);
            }
            catch (Exception failure) when (failure is PlatformException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return NotAsked;
            }
        });
        return command;
    }
}
