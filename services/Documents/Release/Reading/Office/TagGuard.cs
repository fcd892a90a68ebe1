namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Refuses an element of attributes without end before it is parsed: a parser compares each with all others, in one step that
/// nothing interrupts.</summary>
/// <param name="part">The XML.</param>
internal sealed class TagGuard(Stream part) : Stream
{
    private const int MaxAttributes = 20_000;

    private State state;
    private byte quote;
    private int attributes;
    private (byte First, byte Second) before;

    private enum State
    {
        Text,
        Opened,
        Tag,
        Quoted,
        Remark,
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = part.Read(buffer, offset, count);
        Look(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Look(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            // Most of a part is text and values.
            if (state is State.Text or State.Quoted)
            {
                var next = bytes[at..].IndexOf(state == State.Text ? (byte)'<' : quote);
                if (next < 0) return;
                at += next;
                state = state == State.Text ? State.Opened : State.Tag;
                attributes = state == State.Opened ? 0 : attributes;
                continue;
            }

            // Of UTF-16 every second byte.
            if (bytes[at] != 0) Look(bytes[at]);
        }
    }

    private void Look(byte next)
    {
        switch (state)
        {
            case State.Opened:
                state = next is (byte)'!' or (byte)'?' ? State.Remark : State.Tag;
                break;
            case State.Remark when next == '>' && before is ((byte)'-', (byte)'-') or ((byte)']', (byte)']') or (_, (byte)'?'):
            case State.Tag when next == '>':
                state = State.Text;
                break;
            case State.Tag when next is (byte)'"' or (byte)'\'':
                (state, quote) = (State.Quoted, next);
                if (++attributes > MaxAttributes) throw new BeyondBoundException("一处设置过多，未能全部检查");
                break;
        }

        before = (before.Second, next);
    }
}
