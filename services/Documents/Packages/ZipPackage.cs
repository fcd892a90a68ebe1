using System.Buffers.Binary;
using System.IO.Compression;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Packages;

/// <summary>A ZIP that is unpacked within bounds: checked names, no encryption, no entry longer than promised.</summary>
internal sealed class ZipPackage
{
    private const int HeadSize = 30;

    private readonly Stream file;
    private readonly PackageBudget budget;
    private readonly Dictionary<string, PackedEntry> byName = new(StringComparer.OrdinalIgnoreCase);

    private ZipPackage(Stream file, PackageBudget budget, IReadOnlyList<PackedEntry> entries)
        => (this.file, this.budget, Entries) = (file, budget, entries);

    /// <summary>The entries in the order of the directory.</summary>
    public IReadOnlyList<PackedEntry> Entries { get; }

    /// <summary>Opens a package and looks at all entries before any is unpacked.</summary>
    /// <param name="file">The file, seekable; stays open.</param>
    /// <param name="budget">What it may cost, with those it is a part of.</param>
    /// <exception cref="RefusedException">Why it is not unpacked.</exception>
    public static ZipPackage Open(Stream file, PackageBudget budget)
    {
        var package = new ZipPackage(file, budget, ZipDirectory.Read(file, budget));
        long total = 0;
        foreach (var entry in package.Entries)
        {
            if (EntryName.Problem(entry.Name) is { } problem) throw new RefusedException(PackageFailures.BadName(Shown(entry), problem));
            if (!package.byName.TryAdd(entry.Name.TrimEnd('/'), entry)) throw new RefusedException(PackageFailures.Duplicate(Shown(entry)));
            if (entry.IsEncrypted) throw new RefusedException(PackageFailures.Encrypted(Shown(entry)));
            if (entry.Method is not (0 or 8)) throw new RefusedException(PackageFailures.Packing(Shown(entry)));
            if (entry.Size > budget.MaxPart) throw new RefusedException(PackageFailures.TooLarge);
            budget.Check(total += entry.Size);
        }

        return package;
    }

    /// <summary>The entry of a name, in any case of its letters; null for none.</summary>
    public PackedEntry? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What is in an entry.</summary>
    /// <exception cref="RefusedException">It is damaged, or more than promised or bounded.</exception>
    public byte[] Unpack(PackedEntry entry)
    {
        budget.TakeBytes(entry.Size);
        Span<byte> head = stackalloc byte[HeadSize];
        if (entry.Offset > file.Length - HeadSize) throw Damaged();
        file.Position = entry.Offset;
        file.ReadExactly(head);
        var begin = entry.Offset + HeadSize + BinaryPrimitives.ReadUInt16LittleEndian(head[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        if (!head.StartsWith("PK\u0003\u0004"u8) || begin > file.Length - entry.PackedSize
            || (entry.Method == 0 && entry.PackedSize != entry.Size)) throw Damaged();
        file.Position = begin;
        // A promise of much in few bytes is kept by no deflate; memory is taken only for what can come.
        if (entry.Method == 8 && entry.Size > (entry.PackedSize * 1_040) + 64) throw Damaged();
        var bytes = new byte[entry.Size];
        try
        {
            if (entry.Method == 0) file.ReadExactly(bytes);
            else Inflate(entry, bytes);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }

        return Crc32.Of(bytes) == entry.Checksum ? bytes : throw Damaged();
    }

    private void Inflate(PackedEntry entry, byte[] bytes)
    {
        using var part = new FilePart(file, entry.PackedSize);
        using var packed = new DeflateStream(part, CompressionMode.Decompress);
        packed.ReadExactly(bytes);
        if (packed.ReadByte() >= 0) throw Damaged();
    }

    private static string Shown(PackedEntry entry) => ShownName.Of(entry.Name);

    private static RefusedException Damaged() => new(PackageFailures.Damaged);
}
