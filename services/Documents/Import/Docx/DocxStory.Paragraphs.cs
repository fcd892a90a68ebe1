using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Paragraphs and their properties.</summary>
internal sealed partial class DocxStory
{
    private bool Property(XmlReader element)
    {
        var property = element.LocalName;
        if (property.EndsWith("Change", StringComparison.Ordinal)) return false;
        switch (modes.Peek())
        {
            case Mode.Paragraph when property == "rPr":
                modes.Push(Mode.Mark);
                break;
            case Mode.Paragraph when property == "sectPr":
                modes.Push(Mode.Section);
                break;
            case Mode.Paragraph when open.TryPeek(out var paragraph):
                // The large first letter (首字下沉) is a paragraph of its own to Word only.
                if (property == "framePr" && Word.Attribute(element, "dropCap") is "drop" or "margin") paragraph.IsJoined = true;
                paragraph.Setting.Read(element);
                break;
            case Mode.Mark when open.TryPeek(out var paragraph):
                if (property is "del" or "moveFrom" or "ins" or "moveTo") context.HasChanges = true;
                if (property is "del" or "moveFrom") paragraph.IsJoined = true;
                paragraph.Mark.Read(element);
                break;
            case Mode.Run:
                ReadRun(element);
                break;
            case Mode.Section:
                ReadSection(element);
                break;
            case Mode.Control:
                ReadControl(element);
                break;
            case Mode.FormField:
                ReadFormField(element);
                break;
            case Mode.Row or Mode.Cell or Mode.Table:
                ReadTable(element);
                break;
        }

        return true;
    }

    private void ReadSection(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "headerReference" or "footerReference" when Word.Relationship(element) is { } id:
                context.Headers.Add(id);
                break;
            case "footnotePr" or "endnotePr":
                inEndnotes = element.LocalName == "endnotePr";
                break;
            case "numFmt" or "numStart" or "numRestart":
                context.Notes.Read(element, inEndnotes);
                break;
        }
    }

    private bool inEndnotes;

    private void EndParagraph()
    {
        if (!open.TryPop(out var paragraph)) return;
        var holder = Current;
        var style = context.Styles.OfParagraph(paragraph.Setting.Style);
        var setting = paragraph.Setting.Over(style.Paragraph);
        var mark = paragraph.Mark.Over(style.Run).Over(context.Styles.Defaults);
        if (mark.Hidden == true) paragraph.IsJoined = true;
        var isSeen = paragraph.HasText || (paragraph.Hidden.Length == 0 && !paragraph.IsJoined);
        var number = IsMuted || !isSeen ? null : Number(ref setting, paragraph, mark);
        // A list's mark without a text, or the number of a text that is struck out, says nothing.
        if (number is { Length: > 0 } && (paragraph.HasText || (paragraph.Struck.Length == 0 && number.Any(char.IsLetterOrDigit))))
        {
            context.Draft.Promise(number.Length);
            paragraph.Inlines.Insert(0, new TextRun(number, mark.Marks & (Marks.Strong | Marks.Emphasis)));
        }

        Say(paragraph);
        var isBlank = !paragraph.HasText && holder.Carried.Count == 0;
        if (paragraph.IsJoined)
        {
            holder.Carried.AddRange(paragraph.Inlines);
            holder.Blocks.AddRange(paragraph.After);
            return;
        }

        if (holder.Carried.Count > 0)
        {
            paragraph.Inlines.InsertRange(0, holder.Carried);
            holder.Carried.Clear();
        }

        var heading = holder.InCell ? 0 : paragraph.Setting.Outline ?? style.Heading;
        if (!isBlank && !holder.InCell) paragraphs++;
        if (!isBlank) holder.Blocks.Add(paragraph.Block(heading, setting, number is { Length: > 0 }));
        holder.Blocks.AddRange(paragraph.After);
    }

    private string? Number(ref ParagraphSetting setting, DocxParagraph paragraph, RunSetting mark)
    {
        var style = setting.Style;
        if (context.Numbering.LevelOf(setting, style) is not { } level) return null;
        // A list moves its paragraphs in unless they say otherwise themselves.
        setting = paragraph.Setting.Over(level.Paragraph).Over(setting);
        var number = context.Numbering.Next(setting, style);
        return mark.IsStruck ? null : number;
    }

    private void Say(DocxParagraph paragraph)
    {
        var (hidden, struck) = (paragraph.Hidden.ToString(), paragraph.Struck.ToString());
        if (paragraph.Remarks.Count == 0 && hidden.Length + struck.Length == 0) return;
        var place = Place(paragraph);
        if (!string.IsNullOrWhiteSpace(hidden)) context.Remarks.Add(RemarkKind.HiddenText, $"{place}有隐藏文字未导入：{RemarkList.Quote(hidden)}。");
        if (!string.IsNullOrWhiteSpace(struck))
            context.Remarks.Add(RemarkKind.StruckText, $"{place}有带删除线的文字未导入：{RemarkList.Quote(struck)}。");
        foreach (var (kind, words) in paragraph.Remarks) context.Remarks.Add(kind, place + words);
    }

    /// <summary>What is carried on where no paragraph follows is one of its own.</summary>
    private static void Finish(Holder holder)
    {
        if (holder.Carried.Count == 0) return;
        holder.Blocks.Add(new Paragraph([.. holder.Carried]));
        holder.Carried.Clear();
    }

    private void EndBox()
    {
        if (holders.Count < 2 || !Current.IsBox) return;
        Finish(Current);
        var box = holders.Pop();
        if (open.TryPeek(out var paragraph)) paragraph.After.AddRange(box.Blocks);
        else Current.Blocks.AddRange(box.Blocks);
    }

    /// <summary>The document is at its end.</summary>
    public DocxStory Finish()
    {
        while (holders.Count > 1)
        {
            Finish(Current);
            var inner = holders.Pop();
            Current.Blocks.AddRange(inner.Blocks);
        }

        Finish(Current);
        return this;
    }
}
