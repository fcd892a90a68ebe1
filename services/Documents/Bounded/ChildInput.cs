namespace Disclosure.Documents.Bounded;

/// <summary>The standard input of a child, which may end before it has read everything; how it ended says why.</summary>
/// <param name="pipe">The pipe.</param>
internal sealed class ChildInput(Stream pipe) : Stream
{
    private bool hasEnded;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (hasEnded) return;
        try
        {
            await pipe.WriteAsync(buffer, cancellationToken);
        }
        catch (IOException)
        {
            hasEnded = true;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await pipe.DisposeAsync();
        }
        catch (IOException)
        {
            hasEnded = true;
        }

        await base.DisposeAsync();
    }
}
