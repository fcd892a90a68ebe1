namespace Disclosure.Runner.Execution;

/// <summary>Held by the one runner of a working tree as long as it lives; the system frees it even after a kill.</summary>
internal sealed class TreeLock : IDisposable
{
    private readonly FileStream file;

    private TreeLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or nothing when another runner holds it.</summary>
    public static TreeLock? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new TreeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
