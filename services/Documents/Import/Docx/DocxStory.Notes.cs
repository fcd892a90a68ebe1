using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Marks of footnotes and endnotes.</summary>
internal sealed partial class DocxStory
{
    private void Reference(XmlReader element)
    {
        // A note names no other.
        if (note is not null || IsMargin || IsMuted || !open.TryPeek(out var paragraph) || Word.Attribute(element, "id") is not { } id
            || IsUnseen(paragraph, "[注]")) return;
        var isOwn = Word.Attribute(element, "customMarkFollows") is { } follows && Word.IsOn(follows);
        paragraph.Append(context.Notes.Refer(element.LocalName == "endnoteReference", id, isOwn));
        if (isOwn && runs.TryPeek(out var run)) run.HasCustomMark = true;
    }
}
