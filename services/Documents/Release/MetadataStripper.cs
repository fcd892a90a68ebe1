using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Disclosure.Documents.Release.Stripping;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>Takes out of a file what tells who made it, when, where and with what, and what nobody sees (清除元数据). What people read in it
/// stays.</summary>
/// <remarks>Pure, in this process: for other people's files it runs in one with bounded time and memory. Stripping twice gives the same
/// bytes as once.</remarks>
public static class MetadataStripper
{
    /// <summary>Files in an archive, with those in archives within it.</summary>
    public const int MaxFiles = 1_000;

    /// <summary>Archives within each other.</summary>
    public const int MaxDepth = 3;

    /// <summary>Strips a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="type">Its type, told by <see cref="AttachedTypes.Of"/>.</param>
    /// <returns>The file without, the same bytes where there is nothing to take out or it is signed; or why it cannot be done.</returns>
    public static Outcome<byte[]> Strip(byte[] file, AttachedType type)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return new Stripper().Strip(file, type, depth: 0);
        }
        catch (RefusedException refused)
        {
            return refused.Failure;
        }
        catch (Exception failure) when (failure is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return PackageFailures.TooLarge;
        }
        catch (Exception)
        {
            // The parsers of other people's formats throw many kinds of exception; each means the same to the uploader.
            return PackageFailures.Damaged;
        }
    }
}
