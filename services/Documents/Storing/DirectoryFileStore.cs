using System.Buffers;
using System.Security.Cryptography;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>The store in a directory (附件库): <c>ab/cd/&lt;digest&gt;</c>, only for the account that runs the services. Several processes
/// may share it.</summary>
public sealed class DirectoryFileStore : IFileStore
{
    private const int BufferSize = 128 * 1024;
    private const int MaxSwept = 1_000;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateDirectory = Private | UnixFileMode.UserExecute;

    /// <summary>What a crash left is older; no upload lasts as long.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly string root;
    private readonly string unfinished;
    private readonly TimeProvider clock;
    private readonly Func<string, FileStream> create;
    private long sweepAt;

    /// <summary>Opens a store, or makes it.</summary>
    /// <param name="root">The directory; what is above it must be there.</param>
    /// <param name="clock">Tells how old an unfinished file is; null for the system's.</param>
    public DirectoryFileStore(string root, TimeProvider? clock = null) : this(root, clock ?? TimeProvider.System, Create)
    {
    }

    internal DirectoryFileStore(string root, TimeProvider clock, Func<string, FileStream> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        (this.root, this.clock, this.create) = (Path.GetFullPath(root), clock, create);
        unfinished = Path.Combine(this.root, "tmp");
        MakeDirectory(this.root);
        MakeDirectory(unfinished);
        Sweep();
    }

    /// <inheritdoc/>
    public async Task<Outcome<StoredFile>> PutAsync(Stream content, long most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (content.CanSeek && content.Length - content.Position > most) return StoreFailures.TooLarge(most);
        Sweep();
        var path = Path.Combine(unfinished, Guid.CreateVersion7().ToString("N"));
        try
        {
            var written = await WriteAsync(path, content, most, cancellation);
            if (written.Value is not { } file) return written;
            cancellation.ThrowIfCancellationRequested();
            Keep(path, file);
            return file;
        }
        catch (StoreIsFullException)
        {
            return StoreFailures.Full;
        }
        finally
        {
            // After a rename there is none.
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public Stream? OpenRead(FileDigest digest)
    {
        var path = PathOf(digest);
        var inner = Path.GetDirectoryName(path)!;
        if (!IsOwn(Path.GetDirectoryName(inner)!) || !IsOwn(inner) || !IsOwn(path)) return null;
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            });
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
        return new FileStream(path, options);
    }

    private static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, PrivateDirectory);
    }

    /// <summary>Whether something is there and is no link: a link could lead out of the store.</summary>
    private static bool IsOwn(string path)
    {
        var found = new FileInfo(path);
        // One that is missing has every attribute.
        return !found.Attributes.HasFlag(FileAttributes.ReparsePoint);
    }

    /// <summary>Only what our own disk says: an exception of the content is the caller's.</summary>
    private static async ValueTask OnDiskAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (IOException failure) when (FullDisk.IsSaidBy(failure))
        {
            throw new StoreIsFullException(failure);
        }
    }

    private async Task<Outcome<StoredFile>> WriteAsync(string path, Stream content, long most, CancellationToken cancellation)
    {
        FileStream? opened = null;
        await OnDiskAsync(() =>
        {
            opened = create(path);
            return ValueTask.CompletedTask;
        });
        await using var file = opened!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer.AsMemory(0, BufferSize), cancellation)) > 0)
            {
                if ((size += read) > most) return StoreFailures.TooLarge(most);
                hash.AppendData(buffer, 0, read);
                var piece = buffer.AsMemory(0, read);
                await OnDiskAsync(() => file.WriteAsync(piece, cancellation));
            }

            await OnDiskAsync(() =>
            {
                file.Flush(flushToDisk: true);
                return ValueTask.CompletedTask;
            });
            return new StoredFile(FileDigest.Of(hash), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Gives a finished file its name. Where another process is quicker, both have written the same.</summary>
    private void Keep(string path, StoredFile file)
    {
        var target = PathOf(file.Digest);
        var (inner, outer) = (Path.GetDirectoryName(target)!, Path.GetDirectoryName(Path.GetDirectoryName(target))!);
        try
        {
            MakeDirectory(outer);
            MakeDirectory(inner);
            if (!IsOwn(outer) || !IsOwn(inner)) throw new InvalidOperationException("A directory of the store is a link.");
            if (!IsKept(target, file.Size)) Rename(path, target, file.Size);
            // Also where it was there: whoever put it may not have come so far.
            DirectorySync.Flush(inner);
            DirectorySync.Flush(outer);
            DirectorySync.Flush(root);
        }
        catch (IOException failure) when (FullDisk.IsSaidBy(failure))
        {
            throw new StoreIsFullException(failure);
        }
    }

    private static void Rename(string path, string target, long size)
    {
        try
        {
            File.Move(path, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && IsKept(target, size))
        {
            // Windows renames over no file that is open: it was kept meanwhile.
        }
    }

    /// <summary>A file of another size is a damaged one.</summary>
    private static bool IsKept(string path, long size)
        => new FileInfo(path) is { Exists: true } found && !found.Attributes.HasFlag(FileAttributes.ReparsePoint) && found.Length == size;

    private void Sweep()
    {
        var (now, due) = (clock.GetUtcNow(), Interlocked.Read(ref sweepAt));
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref sweepAt, (now + SweepEvery).UtcTicks, due) != due) return;
        foreach (var path in Directory.EnumerateFiles(unfinished).Take(MaxSwept))
        {
            try
            {
                if (now - File.GetLastWriteTimeUtc(path) > Stale) File.Delete(path);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another process sweeps too; what cannot be removed is tried again.
            }
        }
    }

    private string PathOf(FileDigest digest) => Path.Combine(root, digest.Value[..2], digest.Value[2..4], digest.Value);

    private sealed class StoreIsFullException(IOException cause) : Exception(cause.Message, cause);
}
