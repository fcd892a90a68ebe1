using System.Buffers.Binary;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Walks through the bytes of a picture; whoever asks for more than there is learns that it is damaged.</summary>
internal ref struct PictureReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => bytes[Position..];

    public byte Byte() => Take(1)[0];

    public int Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Long() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > bytes.Length - Position) throw Damaged();
        var taken = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return taken;
    }

    /// <summary>The bytes from a place to here.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => bytes[start..Position];

    public static RefusedException Damaged() => new(StripFailures.DamagedPicture);
}
