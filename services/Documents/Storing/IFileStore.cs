using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>Keeps files by what is in them (附件库). One store serves all services of a deployment: whoever knows a digest from a record of
/// its own may open the file, and nothing lists what there is.</summary>
public interface IFileStore
{
    /// <summary>Keeps what a stream holds; kept once however often it is put.</summary>
    /// <param name="content">The bytes, read once to their end.</param>
    /// <param name="most">Bytes that are taken; of more than that nothing is kept.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <returns>Digest and size, or that it is too large or the store has no room. What is returned survives a power cut.</returns>
    Task<Outcome<StoredFile>> PutAsync(Stream content, long most, CancellationToken cancellation);

    /// <summary>Opens a file for reading from its beginning, seekable.</summary>
    /// <param name="digest">Its digest.</param>
    /// <returns>The stream, or null where no such file is kept.</returns>
    Stream? OpenRead(FileDigest digest);
}

/// <summary>A kept file.</summary>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(FileDigest Digest, long Size);
