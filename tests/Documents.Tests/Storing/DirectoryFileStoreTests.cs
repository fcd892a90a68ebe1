using System.Security.Cryptography;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Documents.Tests.Storing;

/// <summary>A file is kept once, whole and under the name of its bytes, or not at all.</summary>
public sealed class DirectoryFileStoreTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly string root = Path.Combine(Path.GetTempPath(), $"store-{Guid.CreateVersion7():N}");

    private string Unfinished => Path.Combine(root, "tmp");

    public void Dispose()
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_000)]
    public async Task What_is_put_is_read_again(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var store = new DirectoryFileStore(root);
        var kept = await PutAsync(store, bytes);
        Assert.Equal(new StoredFile(FileDigest.Of(bytes), length), kept);
        await using var read = store.OpenRead(kept.Digest);
        Assert.True(read is FileStream { IsAsync: true, CanSeek: true, CanWrite: false });
        Assert.Equal(bytes, await AllAsync(read));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Unfinished));
    }

    [Fact]
    public async Task A_store_that_is_opened_again_has_what_was_put()
    {
        var kept = await PutAsync(new DirectoryFileStore(root), "附件"u8.ToArray());
        await using var read = new DirectoryFileStore(root).OpenRead(kept.Digest);
        Assert.Equal("附件"u8.ToArray(), await AllAsync(read!));
    }

    [Fact]
    public async Task Only_the_account_of_the_service_may_read_it()
    {
        if (OperatingSystem.IsWindows()) return;
        var kept = await PutAsync(new DirectoryFileStore(root), [1, 2, 3]);
        Assert.Equal(Private, File.GetUnixFileMode(PathOf(kept.Digest)));
        foreach (var directory in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Append(root))
            Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Theory]
    [InlineData(200_000, 200_000, true, true)]
    [InlineData(200_001, 200_000, true, false)]
    [InlineData(200_000, 200_000, false, true)]
    [InlineData(200_001, 200_000, false, false)]
    [InlineData(1, 0, false, false)]
    [InlineData(0, 0, false, true)]
    public async Task A_bound_may_be_met_and_not_exceeded_by_a_byte(int length, int most, bool isSeekable, bool isKept)
    {
        using var content = new Trickle(new byte[length], isSeekable);
        var outcome = await new DirectoryFileStore(root).PutAsync(content, most, Never);
        Assert.Equal(isKept, outcome.Failure is null);
        Assert.Equal(isKept ? 1 : 0, Files());
        if (!isKept) Assert.Equal(FailureKind.TooLarge, outcome.Failure!.Kind);
    }

    [Fact]
    public void A_failure_says_how_much_is_taken()
    {
        Assert.Contains("20 MB", StoreFailures.TooLarge(20 * 1024 * 1024).Detail, StringComparison.Ordinal);
        Assert.Contains("1,000 字节", StoreFailures.TooLarge(1_000).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_rest_of_a_stream_is_kept()
    {
        using var content = new MemoryStream([1, 2, 3, 4]) { Position = 2 };
        var outcome = await new DirectoryFileStore(root).PutAsync(content, 2, Never);
        Assert.Equal(FileDigest.Of([3, 4]), outcome.Value!.Digest);
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_and_not_written_again()
    {
        var store = new DirectoryFileStore(root);
        var kept = await PutAsync(store, [1, 2, 3]);
        var first = File.GetLastWriteTimeUtc(PathOf(kept.Digest)).AddHours(-1);
        File.SetLastWriteTimeUtc(PathOf(kept.Digest), first);
        Assert.Equal(kept, await PutAsync(store, [1, 2, 3]));
        Assert.Equal(first, File.GetLastWriteTimeUtc(PathOf(kept.Digest)));
        Assert.Equal(1, Files());
    }

    [Fact]
    public async Task A_damaged_file_of_another_size_is_replaced()
    {
        var store = new DirectoryFileStore(root);
        var kept = await PutAsync(store, [1, 2, 3]);
        await File.WriteAllBytesAsync(PathOf(kept.Digest), [1], Never);
        await PutAsync(store, [1, 2, 3]);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(PathOf(kept.Digest), Never));
        Assert.Equal(Private, OperatingSystem.IsWindows() ? Private : File.GetUnixFileMode(PathOf(kept.Digest)));
    }

    [Fact]
    public async Task Many_puts_at_once_all_succeed()
    {
        // Two stores, as two processes have them.
        DirectoryFileStore[] stores = [new(root), new(root)];
        var files = Enumerable.Range(0, 16).Select(number => Enumerable.Repeat((byte)number, 150_000).ToArray()).ToArray();
        var kept = await Task.WhenAll(Enumerable.Range(0, 160)
            .Select(number => Task.Run(() => PutAsync(stores[number % 2], files[number / 2 % files.Length]), Never)));
        Assert.Equal(files.Select(file => FileDigest.Of(file)).ToHashSet(), kept.Select(file => file.Digest).ToHashSet());
        Assert.Equal(files.Length, Files());
        foreach (var file in files) Assert.Equal(file, await File.ReadAllBytesAsync(PathOf(FileDigest.Of(file)), Never));
    }

    [Fact]
    public async Task Of_a_stream_that_breaks_nothing_is_kept()
    {
        using var content = new Trickle(new byte[500_000], isSeekable: false) { BreaksAt = 300_000 };
        await Assert.ThrowsAsync<EndOfStreamException>(() => new DirectoryFileStore(root).PutAsync(content, long.MaxValue, Never));
        Assert.Equal(0, Files());
    }

    [Fact]
    public async Task Of_a_cancelled_put_nothing_is_kept()
    {
        using var leaving = new CancellationTokenSource();
        using var content = new Trickle(new byte[500_000], isSeekable: false)
        {
            At = position => (position > 200_000 ? leaving : null)?.Cancel(),
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new DirectoryFileStore(root).PutAsync(content, long.MaxValue, leaving.Token));
        Assert.Equal(0, Files());
    }

    [Fact]
    public async Task A_full_disk_is_a_failure_that_says_so()
    {
        if (!OperatingSystem.IsLinux()) return;
        var store = new DirectoryFileStore(root, TimeProvider.System, _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write,
            FileShare.ReadWrite, 0));
        using var content = new MemoryStream([1]);
        Assert.Same(StoreFailures.Full, (await store.PutAsync(content, 10, Never)).Failure);
    }

    [Fact]
    public async Task An_exception_of_the_content_is_not_taken_for_a_full_disk()
    {
        using var content = new Trickle([1], isSeekable: false) { BreaksAt = 0, Breaks = () => new IOException("no room there", 28) };
        await Assert.ThrowsAsync<IOException>(() => new DirectoryFileStore(root).PutAsync(content, 10, Never));
    }

    [Fact]
    public void An_unknown_digest_opens_nothing()
    {
        Assert.Null(new DirectoryFileStore(root).OpenRead(FileDigest.Of([1])));
        Directory.CreateDirectory(PathOf(FileDigest.Of([1])));
        Assert.Throws<UnauthorizedAccessException>(() => new DirectoryFileStore(root).OpenRead(FileDigest.Of([1])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_link_is_not_followed(int above)
    {
        if (OperatingSystem.IsWindows()) return;
        var store = new DirectoryFileStore(root);
        var kept = await PutAsync(store, [1, 2, 3]);
        var path = PathOf(kept.Digest);
        for (var i = 0; i < above; i++) path = Path.GetDirectoryName(path)!;
        var outside = Path.Combine(Unfinished, "outside");
        if (above == 0) File.Move(path, outside);
        else Directory.Move(path, outside);
        File.CreateSymbolicLink(path, outside);
        Assert.Null(store.OpenRead(kept.Digest));
        if (above > 0)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => PutAsync(store, [1, 2, 3]));
            return;
        }

        await PutAsync(store, [1, 2, 3]);
        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.NotNull(store.OpenRead(kept.Digest));
    }

    [Fact]
    public async Task What_a_crash_left_is_removed_after_a_day()
    {
        _ = new DirectoryFileStore(root);
        var (old, young) = (Path.Combine(Unfinished, "old"), Path.Combine(Unfinished, "young"));
        await File.WriteAllBytesAsync(old, [1], Never);
        await File.WriteAllBytesAsync(young, [1], Never);
        var clock = new Clock { Now = File.GetLastWriteTimeUtc(young) };
        File.SetLastWriteTimeUtc(old, clock.Now.UtcDateTime.AddHours(-25));
        var store = new DirectoryFileStore(root, clock);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        clock.Now = clock.Now.AddHours(23);
        await PutAsync(store, [1]);
        Assert.True(File.Exists(young));
        clock.Now = clock.Now.AddHours(2);
        await PutAsync(store, [1]);
        Assert.False(File.Exists(young));
    }

    private static async Task<StoredFile> PutAsync(DirectoryFileStore store, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var outcome = await store.PutAsync(content, long.MaxValue, Never);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private static async Task<byte[]> AllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Never);
        return all.ToArray();
    }

    private string PathOf(FileDigest digest) => Path.Combine(root, digest.Value[..2], digest.Value[2..4], digest.Value);

    private int Files() => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Count();

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
