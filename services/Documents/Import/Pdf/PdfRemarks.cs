namespace Disclosure.Documents.Import.Pdf;

/// <summary>What the officer is told of a PDF (导入说明).</summary>
internal static class PdfRemarks
{
    private const int MaxNamed = 10;

    public static List<ImportRemark> Of(IReadOnlyList<PageContent> pages, bool hasWatermark, IReadOnlyList<string> running)
    {
        var remarks = new List<ImportRemark>();
        if (Named(pages.Where(page => page.HasHidden)) is { } hidden)
            remarks.Add(new ImportRemark("hidden-text", $"{hidden}有看不见的文字（无色、与底色相同或被遮盖），未列入正文，请核对原件是否应当遮盖。"));
        if (Named(pages.Where(page => page.HasAcross)) is { } across)
            remarks.Add(new ImportRemark("watermark", $"{across}有斜排的文字，按水印处理，未列入正文。"));
        if (Named(pages.Where(page => page.HasNotes)) is { } noted)
            remarks.Add(new ImportRemark("annotation", $"{noted}有表单内容或批注，未列入正文，请核对。"));
        if (hasWatermark) remarks.Add(new ImportRemark("watermark", "有浅色大字水印，未列入正文。"));
        remarks.AddRange(running.Take(MaxNamed).Select(line => new ImportRemark("running-header", $"每页重复的页眉或页脚“{Short(line)}”未列入正文。")));
        return remarks;
    }

    private static string? Named(IEnumerable<PageContent> pages)
    {
        var numbers = pages.Select(page => page.Number).ToList();
        return numbers.Count == 0 ? null : $"第 {string.Join('、', numbers.Take(MaxNamed))} {(numbers.Count > MaxNamed ? "等" : "")}页";
    }

    private static string Short(string line) => line.Length <= Place ? line : line[..Place] + "…";

    private const int Place = 40;
}
