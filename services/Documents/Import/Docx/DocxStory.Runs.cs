using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Runs: characters and how they are set.</summary>
internal sealed partial class DocxStory
{
    private readonly Stack<string?> links = new();
    /// <summary>A run may hold a text box with runs of its own.</summary>
    private readonly Stack<RunState> runs = new();
    private bool inText;

    private sealed class RunState
    {
        public RunSetting Direct;
        public string? Style;
        public RunSetting? Whole;
        public bool HasCustomMark;
    }

    private void ReadRun(XmlReader element)
    {
        if (!runs.TryPeek(out var run)) return;
        if (element.LocalName == "rStyle") run.Style = Word.Value(element);
        else run.Direct.Read(element);
        run.Whole = null;
    }

    private RunSetting Setting()
    {
        if (!runs.TryPeek(out var run)) run = new();
        if (run.Whole is { } known) return known;
        open.TryPeek(out var paragraph);
        var style = context.Styles.OfParagraph(paragraph?.Setting.Style);
        var whole = run.Direct.Over(context.Styles.OfCharacters(run.Style).Toggled(style.Run)).Over(context.Styles.Defaults);
        run.Whole = whole;
        return whole;
    }

    private bool Inline(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "r":
                runs.Push(new());
                break;
            case "t":
                inText = true;
                break;
            case "tab":
                Text("\t");
                break;
            case "ptab":
                Text(" ");
                break;
            case "br" or "cr":
                Break();
                break;
            case "noBreakHyphen":
                Text("-");
                break;
            case "sym":
                Symbol(element);
                break;
            case "hyperlink":
                links.Push(AddressOf(element));
                break;
            case "footnoteReference" or "endnoteReference":
                Reference(element);
                break;
            case "commentReference":
                context.Comments++;
                break;
            case "fldSimple" or "fldChar" or "instrText":
                Field(element);
                break;
            case "ffData":
                modes.Push(Mode.FormField);
                break;
            case "object":
                if (open.TryPeek(out var holder)) holder.Remarks.Add((RemarkKind.Embedded, "有嵌入对象未导入。"));
                break;
        }

        return true;
    }

    private string? AddressOf(XmlReader element)
    {
        if (Word.Relationship(element) is not { } id || !context.Relationships.TryGetValue(id, out var link)
            || !link.IsExternal) return null;
        var anchor = Word.Attribute(element, "anchor");
        var address = anchor is { Length: > 0 } && !link.Target.Contains('#', StringComparison.Ordinal) ? $"{link.Target}#{anchor}"
            : link.Target;
        if (address.Length is > 0 and <= 2_000 && !address.StartsWith('#') && Addresses.MayBeFollowed(address)) return address;
        Barred();
        return null;
    }

    private void Barred()
    {
        if (open.TryPeek(out var paragraph)) paragraph.Remarks.Add((RemarkKind.Link, "有一处链接的地址不能使用，只保留了文字。"));
    }

    private void Break()
    {
        if (IsMuted || !open.TryPeek(out var paragraph) || IsUnseen(paragraph, " ")) return;
        paragraph.Append(new LineBreak());
        context.Draft.Promise(1);
    }

    private void Symbol(XmlReader element)
    {
        var text = Symbols.Of(Word.Attribute(element, "char"), Word.Attribute(element, "font"));
        if (text == Symbols.Missing) Unknown();
        Text(text);
    }

    private void Unknown()
    {
        if (!IsMuted && open.TryPeek(out var paragraph))
            paragraph.Remarks.Add((RemarkKind.Symbol, $"有无法识别的符号，以“{Symbols.Missing}”代替，请核对。"));
    }

    /// <summary>Characters of the run.</summary>
    private void Text(string text)
    {
        if (!open.TryPeek(out var paragraph)) return;
        if (controls.TryPeek(out var control) && control is { IsChecked: not null, IsShown: false }) Check(control, paragraph);
        if (IsMuted) return;
        foreach (var field in fields) field.HasResult = true;
        context.Draft.Promise(text.Length);
        text = text.Replace("\u00AD", "", StringComparison.Ordinal);
        if (text.Length == 0 || IsUnseen(paragraph, text)) return;
        var setting = Setting();
        var plain = Symbols.Text(text, setting.Font);
        if (!ReferenceEquals(plain, text) && plain.Contains(Symbols.Missing, StringComparison.Ordinal)) Unknown();
        if (runs.TryPeek(out var run) && run.HasCustomMark && context.Notes.TakeMark(plain.Trim()))
        {
            run.HasCustomMark = false;
            return;
        }

        paragraph.Append(new TextRun(text == "\t" && paragraph.Inlines.Count > 0 ? " " : plain, setting.MarksOf(plain), Address()));
    }

    private string? Address()
    {
        if (links.TryPeek(out var link) && link is not null) return link;
        foreach (var field in fields)
            if (field.Address is { } address) return address;
        return null;
    }

    /// <summary>Whether the reader of a print would not see the characters, or see them struck out; they are kept for a remark
    /// only.</summary>
    private bool IsUnseen(DocxParagraph paragraph, string text)
    {
        var setting = Setting();
        if (setting.Hidden == true || setting.Tiny == true || IsRowHidden || Current.IsHidden
            || (setting.White == true && !IsOnShade(paragraph, setting)))
        {
            paragraph.Hidden.Append(text);
            return true;
        }

        if (!setting.IsStruck) return false;
        paragraph.Struck.Append(text);
        return true;
    }

    /// <summary>White letters can be read on a ground of another colour, which a table's style or a picture may give.</summary>
    private bool IsOnShade(DocxParagraph paragraph, RunSetting setting)
        => setting.Shaded == true
        || (paragraph.Setting.Shaded ?? context.Styles.OfParagraph(paragraph.Setting.Style).Paragraph.Shaded) == true
        || holders.Any(holder => holder.IsBox) || frames.Any(frame => frame.Table?.HasStyle == true || frame.Cell?.IsShaded == true);
}
