namespace Disclosure.Runner.Execution.Local;

/// <summary>Held by the one runner of a working tree as long as it lives; the system frees it even after a kill.</summary>
internal sealed class TreeLock : IDisposable
{
    private readonly FileStream file;

    private TreeLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or nothing when another runner holds it.</summary>
    /// <exception cref="InvalidOperationException">The place of the lock belongs to another account.</exception>
    public static TreeLock? TryTake(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new TreeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new InvalidOperationException($"{path} cannot be written ({refused.Message}). Was the stack run as another account, for instance root? "
                + "Run it as that account again, or give the directory to this one (chown -R).", refused);
        }
    }

    public void Dispose() => file.Dispose();
}
