using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Docx;

/// <summary>A DOCX as a body: what Word shows of its text, and remarks on the rest.</summary>
/// <remarks>Runs in a process of its own (<see cref="ReaderProcess"/>): what stands in one tag is read before it can be counted.</remarks>
internal static partial class DocxText
{
    public static Outcome<ReadDocument> Read(ReadOnlyMemory<byte> file)
    {
        using var package = DocxPackage.Open(file);
        if (package is null) return ImportFailures.TooComplex;
        try
        {
            return package.Main is { } main ? Read(package, main) : ImportFailures.Unsupported;
        }
        catch (RefusedException refused)
        {
            return refused.Failure;
        }
        catch (PartIsTooLargeException)
        {
            return ImportFailures.TooComplex;
        }
        catch (TextIsTooLongException)
        {
            return ImportFailures.TooLong;
        }
    }

    private static Outcome<ReadDocument> Read(DocxPackage package, string main)
    {
        var relationships = package.Relationships(main);
        var styles = package.Read(DocxPackage.Part(relationships, "styles", main), new Styles());
        string numbering = DocxPackage.Part(relationships, "numbering", main), settings = DocxPackage.Part(relationships, "settings", main);
        var (context, story) = Story(mayDropFields: true);
        // Contents without an end would swallow the text behind them.
        if (story.HasOpenField) (context, story) = Story(mayDropFields: false);
        if (!story.IsDocument) return ImportFailures.Unsupported;
        var remarks = context.Remarks;
        var footnotes = Notes("footnotes", "脚注");
        var endnotes = Notes("endnotes", "尾注");
        Margins(package, relationships, context);
        if (context.HasChanges) remarks.Add(RemarkKind.TrackedChange, "文件中有修订痕迹，已按接受全部修订后的文字导入，请核对。");
        if (context.Comments > 0) remarks.Add(RemarkKind.Comment, $"文件中有批注 {context.Comments} 处，未导入。");
        return new ReadDocument(context.Notes.ToBody(story.Blocks, footnotes, endnotes, remarks), remarks.ToList());

        (DocxContext, DocxStory) Story(bool mayDropFields)
        {
            var notes = new DocxNotes();
            package.Read(settings, new DocxSettings(notes));
            var context = new DocxContext
            {
                Styles = styles,
                Numbering = new(package.Read(numbering, new NumberingPart()), styles),
                Notes = notes,
                MayDropFields = mayDropFields,
                Relationships = relationships,
            };
            return (context, package.Read(main, new DocxStory(context)).Finish());
        }

        IReadOnlyDictionary<string, IReadOnlyList<Block>> Notes(string type, string name)
        {
            var part = DocxPackage.Part(relationships, type, main);
            context.Relationships = package.Relationships(part);
            return package.Read(part, new DocxStory(context, name)).Finish().Notes;
        }
    }

    /// <summary>Headers and footers stay apart; what they say beside page numbers is named.</summary>
    private static void Margins(DocxPackage package, Dictionary<string, Relationship> relationships, DocxContext context)
    {
        foreach (var id in context.Headers)
        {
            if (!relationships.TryGetValue(id, out var part) || part.IsExternal) continue;
            context.Relationships = package.Relationships(part.Target);
            var story = package.Read(part.Target, new DocxStory(context, part.Type == "header" ? "页眉" : "页脚") { IsMargin = true }).Finish();
            var text = BodyText.Of(new Body(story.Blocks));
            if (PageNumber().Replace(text, "").Length > 0)
                context.Remarks.Add(RemarkKind.Header, $"{(part.Type == "header" ? "页眉" : "页脚")}的文字{RemarkList.Quote(text)}未导入。");
        }
    }

    /// <summary>What is left of a page number when the number itself is a field.</summary>
    [GeneratedRegex(@"[\s\d\-—–－·.．/第共页]+")]
    private static partial Regex PageNumber();
}
