using Disclosure.Documents.Import;
using Disclosure.Documents.Release;

namespace Disclosure.Documents.Bounded;

/// <summary>The program of the child that reads one file; its first argument says what for.</summary>
internal static class ChildProgram
{
    private const int Misused = 64;

    public static async Task<int> Main(string[] args)
        => await ReaderProcess.ServeAsync(args) || await PreparationProcess.ServeAsync(args) ? Environment.ExitCode : Misused;
}
