using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>A body without lines that became fields.</summary>
internal static class Remainder
{
    public static Body Of(Body body, IReadOnlyCollection<SourceLine> taken)
    {
        var parts = taken.Where(line => line.Part is not null).ToLookup(line => line.Block, line => line.Part!.Value);
        if (parts.Count == 0) return body;
        var blocks = new List<Block>(body.Blocks.Count);
        for (var index = 0; index < body.Blocks.Count; index++)
        {
            var block = body.Blocks[index];
            if (!parts.Contains(index) || InlinesOf(block) is not { } inlines) blocks.Add(block);
            else if (Without(inlines, [.. parts[index]]) is { Count: > 0 } rest) blocks.Add(With(block, rest));
        }

        return blocks.Count == 0 ? body : new Body(blocks, body.Notes);
    }

    /// <summary>Whether a line holds the mark of a note, which must not go.</summary>
    public static bool HasNote(Body body, SourceLine line)
    {
        var part = 0;
        foreach (var inline in InlinesOf(body.Blocks[line.Block]) ?? [])
            if (inline is LineBreak) part++;
            else if (inline is NoteReference && part == line.Part) return true;
        return false;
    }

    private static List<Inline> Without(IReadOnlyList<Inline> inlines, HashSet<int> parts)
    {
        var rest = new List<Inline>();
        var part = 0;
        foreach (var inline in inlines)
        {
            if (!parts.Contains(part)) rest.Add(inline);
            if (inline is LineBreak) part++;
        }

        return rest;
    }

    private static IReadOnlyList<Inline>? InlinesOf(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Inlines,
        Heading heading => heading.Inlines,
        _ => null,
    };

    private static Block With(Block block, IReadOnlyList<Inline> inlines) => block switch
    {
        Paragraph paragraph => paragraph with { Inlines = inlines },
        Heading heading => heading with { Inlines = inlines },
        _ => block,
    };
}
