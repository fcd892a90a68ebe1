using System.IO.Compression;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release.Stripping;

/// <summary>Strips each file of an archive, and writes a new one without times, comments, and what systems leave in folders.</summary>
internal sealed class ArchiveStripper(Stripper stripper)
{
    private static readonly HashSet<string> Litter = new(StringComparer.OrdinalIgnoreCase) { ".DS_Store", "Thumbs.db", "desktop.ini" };

    /// <exception cref="RefusedException">A file in it cannot be stripped; the failure names it.</exception>
    public byte[] Strip(byte[] file, int depth)
    {
        if (depth > MetadataStripper.MaxDepth) throw new RefusedException(StripFailures.TooDeep);
        var package = ZipPackage.Open(new MemoryStream(file, writable: false), stripper.Files);
        var entries = package.Entries.Where(entry => !IsLitter(entry)).ToList();
        if (entries.All(entry => entry.IsDirectory)) throw new RefusedException(AttachedTypeFailures.EmptyArchive);
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                CheckName(package, entry);
                archive.Add(entry.Name, entry.IsDirectory ? [] : Stripped(package, entry, depth));
            }
        }

        return output.ToArray();
    }

    private byte[] Stripped(ZipPackage package, PackedEntry entry, int depth)
    {
        try
        {
            var bytes = package.Unpack(entry);
            using var content = new MemoryStream(bytes, writable: false);
            var type = AttachedTypes.Of(content, entry.Leaf);
            return type.Failure is { } failure ? throw new RefusedException(failure) : stripper.Strip(bytes, type.Value, depth);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Failure.Within(entry.Leaf));
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            throw new RefusedException(PackageFailures.Damaged.Within(entry.Leaf));
        }
    }

    private static void CheckName(ZipPackage package, PackedEntry entry)
    {
        var name = entry.Name.TrimEnd('/');
        foreach (var step in name.Split('/'))
            if (AttachmentName.Problem(step) is { } problem)
                throw new RefusedException(PackageFailures.BadName(ShownName.Of(entry.Name), problem));
        // A file where another entry needs a directory.
        for (var end = name.LastIndexOf('/'); end > 0; end = name.LastIndexOf('/', end - 1))
            if (package.Find(name[..end]) is { IsDirectory: false })
                throw new RefusedException(PackageFailures.Duplicate(ShownName.Of(name[..end])));
    }

    private static bool IsLitter(PackedEntry entry)
        => Litter.Contains(entry.Leaf) || entry.Name.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase);
}
