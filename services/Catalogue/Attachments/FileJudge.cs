using Disclosure.Catalogue.Domain;
using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Mosaic;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Microsoft.Extensions.Caching.Memory;

namespace Disclosure.Catalogue.Attachments;

/// <summary>What the release gate says of files. A few are read and judged at a time in this process, whoever asks, and none is held longer
/// than that: a file of a few kilobytes may hold millions of letters. Findings are remembered for a while, because a page, the submission
/// and the publication ask within minutes.</summary>
internal sealed partial class FileJudge(IFileStore store, ILogger<FileJudge> log) : IDisposable
{
    private const int AtOnce = 3;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>Strips an upload and reads what is left.</summary>
    public Task<Outcome<FileReading>> PrepareAsync(Stream original, AttachedType type, Stream cleaned, CancellationToken cancellation)
        => InTurnAsync(() => FilePreparation.PrepareAsync(original, type, cleaned, cancellation), cancellation);

    /// <summary>Judges a file that was just read, and remembers what was found.</summary>
    public void Keep(Attachment file, FileReading reading) => Remember(file, Judge(file, reading, []));

    /// <summary>What was found in an attachment for the public. One that is not in the store, or can no longer be read, blocks.</summary>
    /// <param name="file">The attachment.</param>
    /// <param name="published">What citizens read already, to be compared with.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<ReleaseFinding>> OfAsync(Attachment file, IReadOnlyList<PublishedText> published,
        CancellationToken cancellation)
    {
        if (published.Count == 0 && IsThere(file) && known.Get<IReadOnlyList<ReleaseFinding>>(Key(file)) is { } found) return found;
        return await InTurnAsync(async () =>
        {
            var reading = await ReadAsync(file, cancellation);
            var findings = Judge(file, reading, published);
            if (reading is not null && published.Count == 0) Remember(file, findings);
            return findings;
        }, cancellation);
    }

    /// <summary>The text of an attachment; null where it cannot be read.</summary>
    public Task<string?> TextAsync(Attachment file, CancellationToken cancellation) => InTurnAsync(async ()
        => await ReadAsync(file, cancellation) is { } reading ? string.Join('\n', reading.Passages.Select(one => one.Text)) : null,
        cancellation);

    public void Dispose()
    {
        known.Dispose();
        places.Dispose();
    }

    private static IReadOnlyList<ReleaseFinding> Judge(Attachment file, FileReading? reading, IReadOnlyList<PublishedText> published)
        => ReleaseGate.Judge(new ReleaseCandidate([], [new CandidateFile(file.Digest, file.Name, reading)]) { Published = published },
            Audience.Public);

    private static (string, string) Key(Attachment file) => (file.Digest, file.Name);

    private void Remember(Attachment file, IReadOnlyList<ReleaseFinding> findings)
        => known.Set(Key(file), findings, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Remembered or not: what is no longer there is not what was read.</summary>
    private bool IsThere(Attachment file)
    {
        using var stream = FileDigest.TryParse(file.Digest, out var digest) ? store.OpenRead(digest) : null;
        return stream is not null;
    }

    private async Task<FileReading?> ReadAsync(Attachment file, CancellationToken cancellation)
    {
        if (!FileDigest.TryParse(file.Digest, out var digest)) return null;
        await using var stream = store.OpenRead(digest);
        if (stream is null)
        {
            LogLost(log, digest);
            return null;
        }

        var reading = await FilePreparation.ReadAsync(stream, file.Type, cancellation);
        if (reading.Failure is { } failure) LogUnreadable(log, digest, failure.Code);
        return reading.Value;
    }

    [LoggerMessage(2011, LogLevel.Error, "File {Digest} is not in the store; what carries it is not released")]
    private static partial void LogLost(ILogger logger, FileDigest digest);

    [LoggerMessage(2012, LogLevel.Warning, "File {Digest} cannot be read ({Code}); what carries it is not released")]
    private static partial void LogUnreadable(ILogger logger, FileDigest digest, string code);
}
