using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>A title and the lines it was taken from.</summary>
/// <param name="Text">The title in one line.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Index">Its first line in the outline.</param>
/// <param name="Lines">Lines that are title and nothing else.</param>
internal sealed record FoundTitle(string Text, Confidence Confidence, int Index, IReadOnlyList<int> Lines);

/// <summary>Finds the title: below the number, above the text, of organ, 关于…… and kind, broken over lines or not.</summary>
internal static class TitleFinder
{
    /// <summary>A longer line that is no title gives its beginning, and stays in the body.</summary>
    private const int MaxGuess = 120;

    public static FoundTitle? In(Outline outline, FoundNumber? number)
    {
        if (outline.Lines.Count == 0) return null;
        var head = new TitleLines(outline, number);
        var below = head.Groups(number?.Index ?? 0, outline.HeadEnd);
        var chosen = IsStandard(number) ? below.Find(group => group.Text.Length >= 4 && !group.IsOrgans) : Best(below);
        chosen ??= Best(below) ?? head.Groups(0, Math.Min(number?.Index ?? 0, outline.HeadEnd)).FindLast(group => group.IsNamed);
        if (chosen is { IsNamed: true }) return Of(chosen);
        // Behind a sentence, a line that nothing calls a title is text.
        if (chosen is { IsMarked: false } && outline.HasSentenceBefore(chosen.Indices[0])) chosen = null;
        if (Labelled(outline) is { } labelled) return labelled;
        return chosen is not null ? Of(chosen)
            : NameOfNumber(outline, number) ?? OfAnnex(outline) ?? Later(outline, head) ?? Guess(outline);
    }

    private static FoundTitle Of(TitleGroup group)
        => new(group.Text, group.IsSure ? Confidence.High : Confidence.Low, group.Indices[0], group.Indices);

    /// <summary>A number on a line of its own has the title below it, whatever word that ends with.</summary>
    private static bool IsStandard(FoundNumber? number) => number is { Lines.Count: > 0, TitleEnd: null };

    private static TitleGroup? Best(List<TitleGroup> groups)
        => groups.Find(group => group.IsSure) ?? groups.Find(group => group.IsNamed) ?? groups.Find(group => group.IsMarked)
        ?? groups.Find(group => group.Text.Length >= 4);

    private static FoundTitle? Labelled(Outline outline)
    {
        for (var index = 0; index < Math.Min(Outline.HeadLines, outline.Lines.Count); index++)
        {
            var line = outline.Lines[index];
            if (Labels.ValueOf(line, Labels.Title) is not { } place) continue;
            var value = line.Plain.From(place).Split('\t', 2)[0].Trim();
            if (DocumentKinds.Of(value) is not null && value.Length <= MaxGuess)
                return new FoundTitle(TitleLines.Tidy(value), Confidence.High, index, []);
        }

        return null;
    }

    /// <summary>An order or announcement without a title of its own is called by its name: ××人民政府令.</summary>
    private static FoundTitle? NameOfNumber(Outline outline, FoundNumber? number)
    {
        if (number is null) return null;
        foreach (var kind in (string[])["公告", "通告", "令"])
        {
            var end = number.Value.IndexOf(kind, StringComparison.Ordinal);
            if (end <= 0 || number.Lines.Count == 0) continue;
            return new FoundTitle(number.Value[..(end + kind.Length)], Confidence.Low, number.Lines[0], []);
        }

        return null;
    }

    /// <summary>附件2：××预案, an annex that is a document of its own.</summary>
    private static FoundTitle? OfAnnex(Outline outline)
    {
        if (outline[0] != LineKind.AnnexList || outline.HeadEnd == 0) return null;
        var plain = outline.Lines[0].Plain;
        var name = TitleLines.Tidy(plain.From(plain.Text.IndexOf(':', StringComparison.Ordinal) + 1));
        return DocumentKinds.Of(name) is null || name.Length > MaxGuess ? null : new FoundTitle(name, Confidence.Low, 0, []);
    }

    /// <summary>What reads like a title further down: it is proposed, and stays where it stands.</summary>
    private static FoundTitle? Later(Outline outline, TitleLines head)
        => head.Groups(outline.HeadEnd, Math.Min(Outline.HeadLines, outline.Lines.Count)).Find(group => group.IsNamed) is { } found
        ? new FoundTitle(found.Text, Confidence.Low, found.Indices[0], []) : null;

    private static FoundTitle Guess(Outline outline)
    {
        var index = 0;
        while (index < outline.Lines.Count - 1 && outline[index] is not (LineKind.Words or LineKind.Sentence or LineKind.Section)) index++;
        var text = TitleLines.Tidy(outline.Lines[index].Text);
        return new FoundTitle(text.Length <= MaxGuess ? text : text[..MaxGuess], Confidence.Low, index, []);
    }
}
