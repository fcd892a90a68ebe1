using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>The lines of a document that say something, each with its kind, and where its text begins and ends.</summary>
internal sealed class Outline
{
    /// <summary>A document's head is looked for in its first lines.</summary>
    public const int HeadLines = 30;

    private readonly LineKind?[] kinds;

    public Outline(IReadOnlyList<SourceLine> lines)
    {
        Lines = [.. lines.Where(line => line.Text.Any(Squeezed.IsVisible))];
        kinds = new LineKind?[Lines.Count];
        HeadEnd = EndOfHead();
        MainEnd = EndOfMain();
    }

    public IReadOnlyList<SourceLine> Lines { get; }

    public LineKind this[int index] => kinds[index] ??= LineKinds.Of(Lines[index]);

    /// <summary>The first line of the text proper: what stands before it is the head.</summary>
    public int HeadEnd { get; }

    /// <summary>The first line behind text and signature: of an annex or of the imprint (版记).</summary>
    public int MainEnd { get; }

    /// <summary>Whether the text has begun above a line.</summary>
    public bool HasSentenceBefore(int index) => Enumerable.Range(0, index).Any(above => this[above] == LineKind.Sentence);

    private int EndOfHead()
    {
        var most = Math.Min(HeadLines, Lines.Count);
        var named = false;
        for (var index = 0; index < most; index++)
        {
            // Above a title stand the greetings of a website, but no numbered heading and nobody who is addressed.
            if (this[index] is LineKind.Section or LineKind.Addressee || (named && this[index] == LineKind.Sentence)) return index;
            named |= this[index] == LineKind.Words;
        }

        return most;
    }

    private int EndOfMain()
    {
        for (var index = HeadEnd; index < Lines.Count; index++)
        {
            if (!LineKinds.MayEndText(Lines[index])) continue;
            if (this[index] == LineKind.Imprint || (this[index] == LineKind.Annex && !IsList(index))) return index;
        }

        return Lines.Count;
    }

    /// <summary>附件说明 whose entries stand on the next lines.</summary>
    private bool IsList(int index)
        => index + 1 < Lines.Count && Lines[index + 1].Plain.Text is ['1', '.' or '、', ..] or ['一', '、', ..];
}
