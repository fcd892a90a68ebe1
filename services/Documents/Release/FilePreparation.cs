using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>Makes a file ready for release and reads it (放行准备), in a process of its own: what other people's formats cost is theirs to
/// say. A process that ends early, or takes more than its memory or time, is a failure and never an empty reading.</summary>
public static class FilePreparation
{
    /// <summary>Largest file, bytes.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>Strips a file of what nobody meant to publish and reads what is left.</summary>
    /// <param name="original">The file, read once to its end.</param>
    /// <param name="type">What it is.</param>
    /// <param name="cleaned">Where the stripped bytes go; after a failure what is there is to be thrown away.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <returns>Everything that would leave with the stripped bytes, or why there is no telling.</returns>
    public static Task<Outcome<FileReading>> PrepareAsync(Stream original, AttachedType type, Stream cleaned,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cleaned);
        return PreparationProcess.AskAsync(PreparationProcess.Preparing, original, type, cleaned, cancellation);
    }

    /// <summary>Reads a file as it is, for the gate at its release.</summary>
    /// <param name="file">The file, read once to its end.</param>
    /// <param name="type">What it is.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <returns>Everything that would leave, or why there is no telling.</returns>
    public static Task<Outcome<FileReading>> ReadAsync(Stream file, AttachedType type, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PreparationProcess.AskAsync(PreparationProcess.Reading, file, type, Stream.Null, cancellation);
    }
}
