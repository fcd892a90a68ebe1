using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Reading;

/// <summary>What an archive says of its entries beside their names: times, owners, or whatever a program wants (附加信息).</summary>
internal static class ArchiveExtras
{
    private const int Local = 30;
    private const int Central = 46;

    /// <summary>Sizes of large files.</summary>
    private const int Sizes = 0x0001;

    /// <summary>Room that Office leaves for changes.</summary>
    private const int Room = 0xA220;

    /// <summary>All that say something.</summary>
    public static List<byte[]> In(ReadOnlySpan<byte> file)
    {
        var extras = new List<byte[]>();
        var end = file.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > file.Length) return extras;
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        for (int left = Word(file, end + 10); left > 0 && at + Central <= end; left--)
        {
            var (name, extra, comment) = (Word(file, (int)at + 28), Word(file, (int)at + 30), Word(file, (int)at + 32));
            Add(file, at + Central + name, extra, extras);
            long local = BinaryPrimitives.ReadUInt32LittleEndian(file[((int)at + 42)..]);
            if (local + Local <= file.Length) Add(file, local + Local + Word(file, (int)local + 26), Word(file, (int)local + 28), extras);
            at += Central + name + extra + comment;
        }

        return extras;
    }

    private static void Add(ReadOnlySpan<byte> file, long at, int length, List<byte[]> extras)
    {
        if (length == 0 || at + length > file.Length) return;
        var extra = file.Slice((int)at, length);
        if (!IsUsual(extra)) extras.Add(extra.ToArray());
    }

    private static bool IsUsual(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (kind, length) = (Word(extra, 0), Word(extra, 2));
            if (length > extra.Length - 4) return false;
            var content = extra.Slice(4, length);
            // A signature and the size of the room, then nothing but zeros.
            if (kind == Room ? content.Length > 4 && content[4..].ContainsAnyExcept((byte)0) : kind != Sizes || length > 28) return false;
            extra = extra[(4 + length)..];
        }

        return !extra.ContainsAnyExcept((byte)0);
    }

    private static ushort Word(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
