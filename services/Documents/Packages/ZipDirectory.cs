using System.Buffers.Binary;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Packages;

/// <summary>Reads the directory of a ZIP within bounds: the base library reads all of it before it says how long it is.</summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int MaxComment = ushort.MaxValue;
    private const int MaxName = 2_048;

    private static ReadOnlySpan<byte> EndMark => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> EntryMark => "PK\u0001\u0002"u8;

    /// <summary>The entries in the order of the directory.</summary>
    /// <param name="file">The file, seekable.</param>
    /// <param name="budget">What it may cost.</param>
    /// <exception cref="RefusedException">It is damaged, or more than the budget.</exception>
    public static List<PackedEntry> Read(Stream file, PackageBudget budget)
    {
        var (count, start, end) = Bounds(file);
        budget.TakeEntries(count);
        // An entry cannot be shorter; a directory of more bytes than its names could have is another one's.
        if (end - start < count * EntrySize || end - start > count * (EntrySize + (long)MaxName + (2L * ushort.MaxValue)))
            throw Damaged();
        var entries = new List<PackedEntry>((int)count);
        file.Position = start;
        Span<byte> head = stackalloc byte[EntrySize];
        for (var i = 0L; i < count; i++)
        {
            if (file.Position + EntrySize > end) throw Damaged();
            file.ReadExactly(head);
            if (!head.StartsWith(EntryMark)) throw Damaged();
            var (name, extra, comment) = (Two(head, 28), Two(head, 30), Two(head, 32));
            if (name > MaxName || file.Position + name + extra + comment > end) throw Damaged();
            var rest = new byte[name + extra];
            file.ReadExactly(rest);
            file.Position += comment;
            entries.Add(Entry(head, rest.AsSpan(0, name), rest.AsSpan(name)));
        }

        if (file.Position != end) throw Damaged();
        return entries;
    }

    private static PackedEntry Entry(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        long packed = Four(head, 20), size = Four(head, 24), offset = Four(head, 42);
        // What does not fit into 32 bits stands in a field of 64, in this order and only where it is needed.
        var wide = Field(extra, 1);
        Widen(ref size, ref wide);
        Widen(ref packed, ref wide);
        Widen(ref offset, ref wide);
        if (packed < 0 || size < 0 || offset < 0) throw Damaged();
        var flags = Two(head, 8);
        return new(EntryName.Of(name, (flags & 0x800) != 0), Two(head, 10), (flags & 0x41) != 0, Four(head, 16), packed, size, offset);
    }

    private static void Widen(ref long value, ref ReadOnlySpan<byte> wide)
    {
        if (value != uint.MaxValue) return;
        if (wide.Length < 8) throw Damaged();
        value = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> extra, int id)
    {
        while (extra.Length >= 4)
        {
            var length = Two(extra, 2);
            if (length > extra.Length - 4) return [];
            if (Two(extra, 0) == id) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    /// <summary>Entries, and where the directory begins and ends.</summary>
    private static (long Count, long Start, long End) Bounds(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndSize + MaxComment);
        if (length < EndSize) throw Damaged();
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        var at = length - EndSize;
        // Its comment reaches to the end of the file, or the mark is a part of a comment.
        while (at >= 0 && !(tail.AsSpan(at).StartsWith(EndMark) && Two(tail, at + 20) == length - at - EndSize)) at--;
        if (at < 0) throw Damaged();
        var record = tail.AsSpan(at);
        // Archives in several parts have other numbers here.
        if (Two(record, 4) is not (0 or ushort.MaxValue)) throw Damaged();
        var place = file.Length - length + at;
        long count = Two(record, 10), size = Four(record, 12), start = Four(record, 16);
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
            (count, size, start, place) = Wide(file, place) ?? (count, size, start, place);
        // Bytes between directory and end, or before the first entry, belong to no entry.
        if (count < 0 || size < 0 || start < 0 || size > place || start != place - size) throw Damaged();
        return (count, start, place);
    }

    /// <summary>The same in 64 bits; null where there is no such record.</summary>
    private static (long Count, long Size, long Start, long Place)? Wide(Stream file, long end)
    {
        const int locator = 20, record = 56;
        if (end < locator + record) return null;
        Span<byte> bytes = stackalloc byte[record];
        file.Position = end - locator;
        file.ReadExactly(bytes[..locator]);
        if (!bytes.StartsWith("PK\u0006\u0007"u8)) return null;
        var place = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        if (place < 0 || place > end - locator - record) throw Damaged();
        file.Position = place;
        file.ReadExactly(bytes);
        if (!bytes.StartsWith("PK\u0006\u0006"u8)) throw Damaged();
        return (BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]), place);
    }

    private static int Two(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Four(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static RefusedException Damaged() => new(PackageFailures.Damaged);
}
