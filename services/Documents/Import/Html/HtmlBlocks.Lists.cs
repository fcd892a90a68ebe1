using System.Globalization;
using AngleSharp.Dom;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Html;

/// <summary>Lists, with the numbers a browser shows.</summary>
internal sealed partial class HtmlBlocks
{
    private void List(IElement element, HtmlSetting setting)
    {
        var isLoose = element.ChildNodes.Any(child => child is IText text && !string.IsNullOrWhiteSpace(text.Data));
        if (isLoose || element.Children.All(child => child.LocalName != "li"))
        {
            Children(element, setting);
            Flush();
            return;
        }

        var entries = element.Children.Where(child => !IsLeftOut(child)).ToList();
        var type = element.GetAttribute("type") ?? HtmlSetting.Style(element, "list-style-type")
            ?? HtmlSetting.Style(element, "list-style") ?? "";
        var number = int.TryParse(element.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var start) ? start : 1;
        if (type == "none")
        {
            foreach (var entry in entries) Element(entry, setting.Within(entry, page, Barred));
            return;
        }

        if (element.LocalName != "ol")
        {
            var plain = new List<IReadOnlyList<Block>>();
            foreach (var entry in entries)
            {
                var inner = Inner(entry, setting.Within(entry, page, Barred));
                // A list that is not written into the entry it belongs to.
                if (entry.LocalName != "li" && plain is [.., var last]) plain[^1] = [.. last, .. inner];
                else plain.Add(inner);
            }

            blocks.Add(new ItemList(null, plain));
            return;
        }

        var format = FormatOf(type);
        var (items, first) = (new List<IReadOnlyList<Block>>(), number);
        foreach (var entry in entries)
        {
            if (int.TryParse(entry.GetAttribute("value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out var own)) number = own;
            var inner = Inner(entry, setting.Within(entry, page, Barred));
            if (entry.LocalName != "li" && items is [.., var last])
            {
                items[^1] = [.. last, .. inner];
                continue;
            }

            if (format is not null || number is < 0 or > 90_000)
            {
                Numbered(inner, format is null ? number.ToString(CultureInfo.InvariantCulture) + ". " : format(number));
            }
            else
            {
                if (number != first + items.Count) Close();
                items.Add(inner);
            }

            number++;
        }

        Close();

        void Close()
        {
            if (items.Count > 0) blocks.Add(new ItemList(first, items));
            (items, first) = ([], number);
        }
    }

    /// <summary>Numbers that a list of a body has not are text.</summary>
    private void Numbered(List<Block> inner, string number)
    {
        if (inner is [Paragraph first, .. var rest])
        {
            blocks.Add(first with { Inlines = [new TextRun(number), .. first.Inlines] });
            blocks.AddRange(rest);
        }
        else
        {
            blocks.Add(new Paragraph([new TextRun(number)]));
            blocks.AddRange(inner);
        }
    }

    private static Func<int, string>? FormatOf(string type) => type switch
    {
        "a" or "lower-alpha" or "lower-latin" => number => Docx.NumberFormat.Of("lowerLetter", number) + ". ",
        "A" or "upper-alpha" or "upper-latin" => number => Docx.NumberFormat.Of("upperLetter", number) + ". ",
        "i" or "lower-roman" => number => Docx.NumberFormat.Of("lowerRoman", number) + ". ",
        "I" or "upper-roman" => number => Docx.NumberFormat.Of("upperRoman", number) + ". ",
        "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" => number
            => Docx.NumberFormat.Of("chineseCountingThousand", number) + "、",
        _ => null,
    };
}
