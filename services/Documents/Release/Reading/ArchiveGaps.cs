using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Reading;

/// <summary>Bytes of an archive that belong to none of its entries: no program shows them, and they leave all the same.</summary>
internal static class ArchiveGaps
{
    private const int End = 22;
    private const int Central = 46;
    private const int Local = 30;

    /// <summary>The flag of an entry whose sizes are written behind it.</summary>
    private const int Described = 8;

    /// <summary>Whether there are such bytes, or the directory does not say where entries lie.</summary>
    public static bool Has(ReadOnlySpan<byte> file)
    {
        var end = file.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + End > file.Length) return true;
        var (count, at) = (Word(file, end + 10), (long)Double(file, end + 16));
        if (end + End + Word(file, end + 20) != file.Length) return true;
        // Beyond four gigabytes there is another directory; a file of ours never is.
        if (count == ushort.MaxValue || at == uint.MaxValue || at + Double(file, end + 12) != end) return true;
        var spans = new List<(long From, long To)>(count);
        for (var entry = 0; entry < count; entry++)
        {
            if (at + Central > end || SpanOf(file, (int)at) is not { } span) return true;
            spans.Add(span);
            at += Central + Word(file, (int)at + 28) + Word(file, (int)at + 30) + Word(file, (int)at + 32);
        }

        spans.Sort();
        var behind = 0L;
        foreach (var (from, to) in spans)
        {
            if (from > behind) return true;
            behind = Math.Max(behind, to);
        }

        return Double(file, end + 16) > behind;
    }

    private static (long From, long To)? SpanOf(ReadOnlySpan<byte> file, int at)
    {
        long size = Double(file, at + 20), from = Double(file, at + 42);
        if (from + Local > file.Length) return null;
        var to = from + Local + Word(file, (int)from + 26) + Word(file, (int)from + 28) + size;
        if ((Word(file, (int)from + 6) & Described) == 0 || to + sizeof(uint) > file.Length) return (from, to);
        // With a mark of its own or without, then it begins with the checksum.
        var isMarked = file[(int)to..].StartsWith("PK\u0007\u0008"u8);
        if (!isMarked && Double(file, (int)to) != Double(file, at + 16)) return null;
        var mark = isMarked ? sizeof(uint) : 0;
        var behind = to + mark + sizeof(uint);
        // The size that was packed, in 32 or 64 bits.
        return (from, behind + sizeof(ulong) <= file.Length && Double(file, (int)behind + 4) == 0 && Double(file, at + 24) != 0
            ? behind + (2 * sizeof(ulong)) : behind + (2 * sizeof(uint)));
    }

    private static ushort Word(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint Double(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
}
