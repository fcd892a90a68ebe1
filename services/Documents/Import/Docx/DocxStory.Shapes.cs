using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Drawings, older shapes and extensions: text in them is read, the rest is named.</summary>
internal sealed partial class DocxStory
{
    private string description = "";

    /// <summary>Whether the shape that is read is not shown (可见性关闭).</summary>
    private bool isHiddenShape;

    private bool Foreign(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "docPr":
                description = element.GetAttribute("descr") ?? element.GetAttribute("title") ?? "";
                isHiddenShape = IsHidden(element);
                break;
            case "cNvPr":
                isHiddenShape = isHiddenShape || IsHidden(element);
                break;
            case "shape" or "rect" when element.NamespaceURI.EndsWith(":vml", StringComparison.Ordinal):
                description = element.GetAttribute("alt") ?? "";
                isHiddenShape = element.GetAttribute("style")?.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) == true;
                if (element.GetAttribute("hr", "urn:schemas-microsoft-com:office:office") is "t" or "true" && open.TryPeek(out var ruled))
                    ruled.After.Add(new Rule());
                break;
            case "blip" or "imagedata":
                Picture(RemarkKind.Picture, "有图片未导入");
                break;
            case "chart" when element.NamespaceURI.EndsWith("/chart", StringComparison.Ordinal):
                Picture(RemarkKind.Chart, "有图表未导入，其中的数据请以表格补上");
                break;
            case "relIds":
                Picture(RemarkKind.Chart, "有 SmartArt 图形未导入，其中的文字请补上");
                break;
            case "lockedCanvas":
                Picture(RemarkKind.TextBox, "有画布中的图形未导入，其中的文字请补上");
                break;
            case "contentPart":
                Picture(RemarkKind.Picture, "有墨迹未导入");
                break;
            case "textpath" when element.GetAttribute("string") is { Length: > 0 } words:
                WordArt(words);
                break;
            case "OLEObject" when open.TryPeek(out var holder):
                // The object said that it is one before it said which.
                if (holder.Remarks is [.., var last] && last.Kind == RemarkKind.Embedded) holder.Remarks.RemoveAt(holder.Remarks.Count - 1);
                var program = element.GetAttribute("ProgID") ?? "";
                holder.Remarks.Add(program.StartsWith("Equation", StringComparison.OrdinalIgnoreCase)
                    ? (RemarkKind.Formula, "有以对象插入的公式未导入，请改写为文字。") : (RemarkKind.Embedded, "有嵌入对象未导入。"));
                break;
            case "checkbox" when modes.Peek() == Mode.Control && controls.TryPeek(out var control):
                control.IsChecked = false;
                break;
            case "checked" when modes.Peek() == Mode.Control && controls.TryPeek(out var control) && control.IsChecked is not null:
                control.IsChecked = Word.IsOn(element);
                break;
        }

        return true;
    }

    private static bool IsHidden(XmlReader element) => element.GetAttribute("hidden") is { } hidden && Word.IsOn(hidden);

    private void Picture(RemarkKind kind, string words)
    {
        if (!open.TryPeek(out var paragraph)) return;
        paragraph.Remarks.Add((kind, words + (description.Length > 0 ? $"，其说明为{RemarkList.Quote(description)}。" : "。")));
        description = "";
    }

    /// <summary>Letters drawn as a shape (艺术字) are read like a text box; in a header they are a watermark.</summary>
    private void WordArt(string words)
    {
        if (!open.TryPeek(out var paragraph)) return;
        if (IsMargin)
        {
            context.Remarks.Add(RemarkKind.Watermark, $"水印{RemarkList.Quote(words)}未导入。");
            return;
        }

        context.Draft.Promise(words.Length);
        if (isHiddenShape) paragraph.Hidden.Append(words);
        if (isHiddenShape || IsMuted || IsUnseen(paragraph, words)) return;
        paragraph.After.Add(new Paragraph([new TextRun(words.Replace('\n', ' '))], Alignment.Center));
    }

    private void EndMath()
    {
        var formula = math!;
        math = null;
        if (!open.TryPeek(out var paragraph)) return;
        // The last character is asked for as the text may run into the formula: 2 and ½ is not 21/2.
        if (!IsMuted) Append(formula.Line(paragraph.Last), paragraph);
    }
}
