using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising.Grammar;
using Disclosure.Documents.Text;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>A line of what was read.</summary>
/// <param name="Number">Line of the text, from 1.</param>
/// <param name="Text">Its beginning, without space at its ends.</param>
/// <param name="Block">Which block of the body it stands in.</param>
/// <param name="Part">Which line of that block it is, from 0; null in lists, tables and quotations, which are no heads.</param>
/// <param name="Alignment">How it stands.</param>
/// <param name="IsHeading">Whether the document calls it a heading.</param>
internal sealed record SourceLine(int Number, string Text, int Block, int? Part, Alignment Alignment, bool IsHeading)
{
    /// <summary>What is looked for stands in a short line; the longest heads that websites leave behind have some hundreds.</summary>
    public const int MaxLength = 1000;

    /// <summary>The line as it is looked at: no spaces, one form of digits and brackets.</summary>
    public Squeezed Plain => field ??= Squeezed.Of(Text);

    public bool IsFree => Part is not null;

    public Place Place
    {
        get
        {
            if (Text.Length <= Place.MaxExcerpt) return new Place(Number, Text);
            var end = char.IsHighSurrogate(Text[Place.MaxExcerpt - 1]) ? Place.MaxExcerpt - 1 : Place.MaxExcerpt;
            return new Place(Number, Text[..end]);
        }
    }

    public static List<SourceLine> Of(Body body)
    {
        var lines = new List<SourceLine>();
        var number = 1;
        for (var block = 0; block < body.Blocks.Count; block++)
        {
            var (alignment, isFree) = body.Blocks[block] switch
            {
                Paragraph paragraph => (paragraph.Alignment, true),
                Heading heading => (heading.Alignment, true),
                _ => (Alignment.Start, false),
            };
            var text = BodyText.Of(body.Blocks[block], body.Notes);
            if (text.Length == 0) continue;
            var part = 0;
            foreach (var line in text.AsSpan(0, text.Length - 1).EnumerateLines())
            {
                var begin = line.Length <= MaxLength ? line : line[..MaxLength];
                lines.Add(new SourceLine(number++, Ideographs.Fold(begin.Trim().ToString()), block, isFree ? part : null, alignment,
                    body.Blocks[block] is Heading));
                part++;
            }
        }

        return lines;
    }
}
