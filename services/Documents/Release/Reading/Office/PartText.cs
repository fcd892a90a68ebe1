using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Release.Reading.Office.Sheets;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Reads a part that is XML, by its root element.</summary>
/// <param name="file">The package.</param>
/// <param name="part">The part.</param>
/// <param name="draft">What is read.</param>
internal sealed class PartText(OfficeFile file, Part part, ReadingDraft draft)
{
    private string Other => $"部件‘{part.Path}’";

    public void Read()
    {
        var (place, listener) = Known();
        IReadOnlyCollection<string> attributes = [];
        var joining = IsUnknown ? new JoiningListener(listener) : null;
        Archive.Stream(part.Entry, draft, stream => attributes = PartWalk.Read(stream, joining ?? listener));
        draft.Add(place, listener.Others.ToString());
        draft.Add($"{place}中的备注", joining?.Others.ToString() ?? "");
        draft.Add($"{place}中相连的文字", joining?.Joined ?? "");
        // Two ends of lines: numbers of two attributes are not one.
        draft.Add($"{place}中的说明", string.Join("\n\n", attributes));
        if (part.Root is "comments" or "notes" or "cmLst" or "ThreadedComments"
            && listener is StoryListener story && (story.HasText || story.Others.Length > 0)) draft.Add(FileTraitKind.Comment, place);
    }

    private (string Place, PartListener Listener) Known() => part.Root switch
    {
        "Relationships" => ("链接", new RelationsListener(file, part.Path, draft)),
        "numbering" when IsWord => (Other, new NumberingListener(file.Numbers)),
        "styleSheet" => (Other, new StylesheetListener(file.Formats)),
        "styles" when IsWord => (Other, new StylesListener(file.Styles)),
        "workbook" or "presentation" => (part.Root == "workbook" ? "工作簿设置" : "演示文稿设置", new BookListener(file, part.Path)),
        "sst" => ("共享字符串", file.Strings),
        "worksheet" => Sheet(),
        "pivotCacheRecords" or "pivotCacheDefinition" => ("数据透视表缓存", new PivotListener(draft)),
        "externalLink" => External("外部工作簿的缓存"),
        "connections" or "queryTable" or "DataMashup" => External("数据连接"),
        "coreProperties" or "Properties" => ("文档属性", new PropertiesListener(IsCustomProperties, draft)),
        "svg" => Picture(),
        "Signature" when file.Signatures.Contains(part.Path) => Signature(),
        "sld" => Slide(),
        _ => (Story() ?? Other, new StoryListener(file, Story() ?? Other, draft)),
    };

    /// <summary>Whether nobody knows what its elements mean: drawings, web pages and data of other programs.</summary>
    private bool IsUnknown => part.Root is not ("Relationships" or "worksheet" or "sst" or "styleSheet" or "Properties" or "coreProperties")
        && (Story() is null || !(part.Space.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
            || part.Space.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)
            || part.Space.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal)))
        && part.Root is not ("sld" or "workbook" or "presentation" or "pivotCacheRecords" or "pivotCacheDefinition");

    private bool IsWord => Word.SpaceOf(part.Space) == Space.Word;

    private bool IsCustomProperties => part.Space.EndsWith("/custom-properties", StringComparison.Ordinal)
        || part.Space.EndsWith("/customProperties", StringComparison.Ordinal);

    private string? Story() => part.Root switch
    {
        "document" => "正文",
        "hdr" => "页眉",
        "ftr" => "页脚",
        "footnotes" => "脚注",
        "endnotes" => "尾注",
        "comments" or "cmLst" or "ThreadedComments" => "批注",
        "glossaryDocument" => "构建基块",
        "notes" => "备注",
        "sldMaster" or "sldLayout" or "notesMaster" or "handoutMaster" => "母版",
        "chartSpace" or "chart" => "图表",
        "dataModel" or "drawing" when part.Space.Contains("diagram", StringComparison.Ordinal) => "SmartArt 图形",
        "wsDr" or "userShapes" => "图形",
        _ => null,
    };

    private (string, PartListener) Sheet()
    {
        var isKnown = file.Sheets.TryGetValue(part.Path, out var sheet);
        var place = isKnown ? $"工作表‘{sheet.Name}’" : $"工作表‘{part.Path}’";
        // A sheet that no list names is shown by no program and leaves all the same.
        if (!isKnown || !sheet.IsShown) draft.Add(FileTraitKind.Hidden, place);
        return ($"{place}的设置", new SheetListener(file, place, draft));
    }

    private (string, PartListener) Slide()
    {
        var isKnown = file.Slides.TryGetValue(part.Path, out var number);
        var place = isKnown ? $"第 {number} 张幻灯片" : $"幻灯片‘{part.Path}’";
        if (!isKnown) draft.Add(FileTraitKind.Hidden, place);
        return (place, new StoryListener(file, place, draft));
    }

    private (string, PartListener) External(string place)
    {
        draft.Add(FileTraitKind.ExternalData, place);
        if (part.Root == "DataMashup") draft.Add(FileTraitKind.Unreadable, Other);
        return (place, part.Root == "externalLink" ? new ExternalListener() : new AnyListener());
    }

    private (string, PartListener) Picture()
    {
        draft.Add(FileTraitKind.Picture, "矢量图");
        return ("矢量图", new AnyListener());
    }

    private (string, PartListener) Signature()
    {
        draft.Add(FileTraitKind.Signature, "");
        return ("数字签名", new AnyListener());
    }
}
