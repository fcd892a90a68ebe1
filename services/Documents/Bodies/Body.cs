namespace Disclosure.Documents.Bodies;

/// <summary>正文: what a document says, in the closed set of elements that every way in leads to and every way out is made from.</summary>
/// <remarks>
/// Its one written form is HTML of these elements (<see cref="ToString"/>), which is what is stored, reviewed, signed and sent; its one
/// text is <see cref="BodyText"/>. Two bodies are the same when their written forms are.
/// </remarks>
public sealed class Body
{
    /// <summary>Longest written form, characters.</summary>
    public const int MaxLength = 300_000;

    /// <summary>Places in the grids of all tables together at most.</summary>
    public const int MaxPlaces = 200_000;

    /// <summary>Notes at most.</summary>
    public const int MaxNotes = 2_000;

    /// <summary>Makes a body of blocks. Empty paragraphs, which only part others, are left out, and runs that are set alike are
    /// one.</summary>
    /// <param name="blocks">Blocks from top to bottom.</param>
    /// <param name="notes">Notes; the first is number 1.</param>
    public Body(IReadOnlyList<Block> blocks, IReadOnlyList<Note>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        Blocks = Tidying.Of(blocks);
        Notes = [.. (notes ?? []).Select(note => note with { Inlines = Tidying.Of(note.Inlines) })];
    }

    /// <summary>Blocks from top to bottom.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Footnotes and endnotes in the order in which the text names them.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Reads a written form.</summary>
    /// <param name="source">HTML of the closed set; lines outside of any element are paragraphs.</param>
    /// <returns>The body, or what is wrong with the text and where.</returns>
    public static BodyReading Read(string source) => BodyReader.Read(source);

    /// <summary>The written form: the same for everything that says the same.</summary>
    public override string ToString() => BodyWriter.Write(this);

    /// <summary>The form in which it is edited by hand: plain paragraphs are lines without tags, parted by blank lines.</summary>
    /// <returns>A text that <see cref="Read"/> makes the same body of.</returns>
    public string ToEditingForm() => BodyWriter.WriteForEditing(this);
}
