namespace Disclosure.Runner.Commands;

/// <summary>Reads what was added to a file since the last time.</summary>
internal sealed class LogTail(string file) : IDisposable
{
    private readonly StreamReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    public string ReadNew() => reader.ReadToEnd();

    public void Dispose() => reader.Dispose();
}
