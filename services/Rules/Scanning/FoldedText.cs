namespace Disclosure.Rules.Scanning;

/// <summary>A text as it is read, and where each of its characters stands in the text as it was written.</summary>
internal sealed class FoldedText(int length)
{
    private readonly char[] characters = new char[length];

    // Places from which on the distance to the text as written changes, and the end of what was written before each.
    private readonly List<Move> moves = [];
    private int end;
    private int expected;

    /// <summary>Characters so far.</summary>
    public int Length { get; private set; }

    /// <summary>The characters, of which one may be replaced by one.</summary>
    public Span<char> Characters => this.characters.AsSpan(0, Length);

    /// <summary>Adds characters that are read as they are written.</summary>
    public void Add(ReadOnlySpan<char> written, int at)
    {
        if (written.IsEmpty) return;
        written.CopyTo(this.characters.AsSpan(Length));
        Moved(at);
        Length += written.Length;
        this.end = this.expected = at + written.Length;
    }

    /// <summary>Adds a character that is written by several.</summary>
    public void Add(char character, int at, int width)
    {
        this.characters[Length] = character;
        Moved(at);
        Length++;
        (this.end, this.expected) = (at + width, at + 1);
    }

    /// <summary>Lets what is put onto a character belong to it.</summary>
    public void Extend(int at, int width)
    {
        if (this.end == at) this.end = at + width;
    }

    /// <summary>The find at its place in the text as it was written.</summary>
    public Match Written(Match match)
    {
        var start = Before(match.Start) is { } first ? first.Written + match.Start - first.Place : match.Start;
        var end = Before(match.End) is not { } last ? match.End
            : last.Place == match.End ? last.End : last.Written + match.End - last.Place;
        return Match.Between(match.Kind, start, end);
    }

    /// <summary>Marks the end of the text.</summary>
    public FoldedText Closed()
    {
        this.moves.Add(new(Length, this.expected, this.end));
        return this;
    }

    private void Moved(int at)
    {
        if (at != this.expected) this.moves.Add(new(Length, at, this.end));
    }

    private Move? Before(int place)
    {
        var (low, high) = (0, this.moves.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this.moves[middle].Place <= place) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : this.moves[low - 1];
    }

    private readonly record struct Move(int Place, int Written, int End);
}
