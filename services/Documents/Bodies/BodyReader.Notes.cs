using System.Globalization;

namespace Disclosure.Documents.Bodies;

/// <summary>Footnotes: their marks in the text and their texts, which must belong together.</summary>
internal sealed partial class BodyReader
{
    private const string NoteId = "note-";
    private const int MaxLabel = 12;

    private static int? NoteOf(Token token)
        => token.Attributes is [{ Key: "href", Value: ['#', .. var id] }] && id.StartsWith(NoteId, StringComparison.Ordinal)
        ? Number(id[NoteId.Length..], 1, Body.MaxNotes) : null;

    /// <summary>The mark of a note holds nothing: what is shown is the note's own label.</summary>
    private void Reference(List<Inline> inlines, int number)
    {
        references.Add((number, line));
        inlines.Add(new NoteReference(number));
        Advance();
        if (token is not { Kind: TokenKind.Close, Value: "a" }) Problem("脚注标记 <a href=\"#note-…\"> 里不能有内容，后面直接写 </a>");
    }

    private void NoteText(int begin)
    {
        string? label = null;
        var number = 0;
        foreach (var (key, value) in token.Attributes)
            if (key == "id" && value.StartsWith(NoteId, StringComparison.Ordinal)
                && Number(value[NoteId.Length..], 1, Body.MaxNotes) is { } n)
                number = n;
            else if (key == "title" && value.Length is > 0 and <= MaxLabel && !value.Any(char.IsControl)) label = value;
            else Problem(Unfit("aside", key));
        if (number == 0) Problem("脚注 <aside> 缺少编号，请写成 <aside id=\"note-1\">");
        var inlines = Element("aside", begin);
        if (number > 0 && !notes.TryAdd(number, new(label ?? number.ToString(CultureInfo.InvariantCulture), inlines)))
            problems.Add(new(begin, $"脚注 {number} 重复"));
    }

    private void CheckNotes()
    {
        foreach (var (number, at) in references)
            if (!notes.ContainsKey(number)) problems.Add(new(at, $"没有编号为 {number} 的脚注"));
        var named = references.Select(reference => reference.Number).ToHashSet();
        foreach (var number in notes.Keys)
            if (!named.Contains(number)) problems.Add(new(null, $"正文没有引用脚注 {number}"));
        if (notes.Count > 0 && notes.Keys.Last() != notes.Count) problems.Add(new(null, "脚注编号须从 1 起连续"));
    }

    private List<Note> NotesInOrder() => [.. notes.Values];
}
