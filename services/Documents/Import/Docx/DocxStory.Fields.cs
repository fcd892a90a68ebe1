using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Fields and content controls.</summary>
internal sealed partial class DocxStory
{
    private const int MaxOpenFields = 200;

    private readonly Stack<DocxField> fields = new();
    private readonly Stack<Control> controls = new();
    private bool inInstruction;

    /// <summary>A content control (内容控件) that is open.</summary>
    private sealed class Control
    {
        public bool? IsChecked { get; set; }

        public bool IsShown { get; set; }

        public bool IsPlaceholder { get; set; }

        public bool IsContents { get; set; }
    }

    /// <summary>Whether what is read stands in no text: an instruction, contents, what a control says before it is filled in.</summary>
    private bool IsMuted
    {
        get
        {
            foreach (var control in controls)
                if (control.IsPlaceholder || control.IsContents || control.IsChecked is not null) return true;
            if (!context.MayDropFields) return false;
            foreach (var other in fields)
                if (!other.IsResult || other.IsDropped) return true;
            return false;
        }
    }

    private void Field(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "instrText":
                inInstruction = true;
                break;
            case "fldSimple":
                var simple = new DocxField();
                simple.Append(Word.Attribute(element, "instr") ?? "");
                simple.Separate();
                fields.Push(simple);
                Say(simple);
                break;
            default:
                FieldMark(Word.Attribute(element, "fldCharType"));
                break;
        }
    }

    private void FieldMark(string? type)
    {
        switch (type)
        {
            case "begin":
                if (fields.Count >= MaxOpenFields) throw new PartIsTooLargeException();
                fields.Push(new DocxField());
                break;
            case "separate" when fields.TryPeek(out var field):
                field.Separate();
                Say(field);
                break;
            case "end" when fields.TryPop(out var field):
                field.Close();
                if (!field.IsResult) Say(field);
                Replace(field);
                break;
        }
    }

    private void Instruct(string text)
    {
        if (fields.TryPeek(out var field) && !field.IsResult) field.Append(text);
    }

    private void Say(DocxField field)
    {
        if (field.Name == "TOC" && context.MayDropFields) context.Remarks.Add(RemarkKind.Contents, "文中自动生成的目录未导入。");
        if (field.Name is "DATE" or "TIME" && open.TryPeek(out var dated))
            dated.Remarks.Add((RemarkKind.Field, "有随打开时间变化的日期，按文件中保存的导入，请核对。"));
        if (field.IsBarred) Barred();
    }

    /// <summary>Fields that show something without a result that is saved.</summary>
    private void Replace(DocxField field)
    {
        if (IsMuted || !open.TryPeek(out var paragraph)) return;
        switch (field.Name)
        {
            case "FORMCHECKBOX" or "" when field.IsChecked is { } isChecked:
                Text(isChecked ? "☑" : "☐");
                break;
            case "FORMDROPDOWN" when field.Chosen >= 0 && field.Chosen < field.Entries.Count:
                Text(field.Entries[field.Chosen]);
                break;
            case "EQ" when !field.IsResult || !field.HasResult:
                Append(EquationField.Read(field.Instruction, paragraph.Last, () => paragraph.Remarks
                    .Add((RemarkKind.Reading, "上方的注音未导入。"))), paragraph);
                break;
            case "SYMBOL" when !field.IsResult || !field.HasResult:
                var symbol = EquationField.Symbol(field.Instruction);
                if (symbol == Symbols.Missing) Unknown();
                Text(symbol);
                break;
            case "MACROBUTTON" or "GOTOBUTTON" when field.Instruction.Trim().Split(' ', 3) is [_, _, var shown]:
                Text(shown);
                break;
            case "AUTONUM" or "AUTONUMLGL" or "AUTONUMOUT" or "LISTNUM":
                paragraph.Remarks.Add((RemarkKind.Field, "有以旧式域编写的自动编号未导入，请补上。"));
                break;
        }
    }

    private void Append(IReadOnlyList<Inline> inlines, DocxParagraph paragraph)
    {
        var text = BodyText.Of(inlines, []);
        context.Draft.Promise(text.Length);
        if (!IsUnseen(paragraph, text)) paragraph.Inlines.AddRange(inlines);
    }

    private void ReadFormField(XmlReader element)
    {
        if (!fields.TryPeek(out var field)) return;
        switch (element.LocalName)
        {
            case "checkBox":
                field.IsChecked = false;
                break;
            case "default" or "checked" when field.IsChecked is not null:
                field.IsChecked = Word.IsOn(element);
                break;
            case "result":
                field.Chosen = Word.Number(element) ?? 0;
                break;
            case "listEntry" when field.Entries.Count < 100:
                field.Entries.Add(Word.Value(element) ?? "");
                break;
        }
    }

    private void ReadControl(XmlReader element)
    {
        if (!controls.TryPeek(out var control)) return;
        switch (element.LocalName)
        {
            case "showingPlcHdr" when Word.IsOn(element):
                control.IsPlaceholder = true;
                if (open.TryPeek(out var paragraph)) paragraph.Remarks.Add((RemarkKind.Placeholder, "有未填写的控件，其提示文字未导入。"));
                else context.Remarks.Add(RemarkKind.Placeholder, $"{Place()}有未填写的控件，其提示文字未导入。");
                break;
            case "docPartGallery" when Word.Value(element) == "Table of Contents":
                control.IsContents = true;
                context.Remarks.Add(RemarkKind.Contents, "文中自动生成的目录未导入。");
                break;
        }
    }

    /// <summary>Shows a box as ticked or not in place of the letter that the control shows.</summary>
    private void Check(Control control, DocxParagraph paragraph)
    {
        control.IsShown = true;
        var isChecked = control.IsChecked!.Value;
        control.IsChecked = null;
        if (!IsMuted && !IsUnseen(paragraph, "☐")) paragraph.Append(new TextRun(isChecked ? "☑" : "☐"));
        control.IsChecked = isChecked;
    }

    private void EndControl()
    {
        if (!controls.TryPeek(out var control)) return;
        if (control is { IsChecked: not null, IsShown: false } && open.TryPeek(out var paragraph)) Check(control, paragraph);
        controls.Pop();
    }
}
