namespace Disclosure.Documents.Import;

/// <summary>The program of the child that reads one file.</summary>
internal static class ReaderProgram
{
    private const int Misused = 64;

    public static async Task<int> Main(string[] args)
        => await ReaderProcess.ServeAsync(args) ? Environment.ExitCode : Misused;
}
