namespace Disclosure.Documents.Tests.Storing;

/// <summary>A stream as networks give it: in small pieces, of unknown length, and sometimes it breaks.</summary>
internal sealed class Trickle(byte[] bytes, bool isSeekable) : MemoryStream(bytes, writable: false)
{
    private const int Piece = 10_007;

    public long BreaksAt { get; init; } = long.MaxValue;

    public Func<IOException> Breaks { get; init; } = () => new EndOfStreamException();

    public Action<long> At { get; init; } = _ => { };

    public override bool CanSeek => isSeekable;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= BreaksAt) throw Breaks();
        At(Position);
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, Piece)], cancellationToken);
    }
}
