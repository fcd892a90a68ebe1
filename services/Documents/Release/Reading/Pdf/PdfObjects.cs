using System.Text;
using Disclosure.Documents.Release.Reading.Office;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>All objects of a PDF, whether or not a page shows them: properties, form values, bookmarks, scripts, files within it.</summary>
/// <param name="document">The document.</param>
/// <param name="contents">Its objects.</param>
/// <param name="calls">What its pages draw.</param>
/// <param name="draft">What is read.</param>
internal sealed class PdfObjects(PdfDocument document, PdfContents contents, PdfCalls calls, ReadingDraft draft)
{
    private const int MaxObjects = 500_000;
    private const int MaxDepth = 64;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> unmapped = new(StringComparer.Ordinal);
    private readonly HashSet<StreamToken> files = new(ReferenceEqualityComparer.Instance);
    private readonly PdfRoles roles = new(contents);
    private IReadOnlyList<(string Place, string Text)> other = [];
    private int remaining = 5_000_000;

    /// <summary>Names of fonts whose letters nobody can tell.</summary>
    public IReadOnlySet<string> UnmappedFonts => unmapped;

    /// <param name="file">The bytes of the file.</param>
    /// <param name="end">When it is too late.</param>
    public void Read(byte[] file, long end)
    {
        Information();
        var references = document.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList();
        if (references.Count > MaxObjects) throw new BeyondBoundException($"对象超过 {MaxObjects:N0} 个，未检查");
        var found = new List<(IndirectReference Reference, StreamToken Stream)>();
        foreach (var reference in references)
        {
            if (contents.Get(reference) is not { } token
                || ReferenceEquals(token, document.Information.DocumentInformationDictionary)) continue;
            Visit(token, 0);
            if (token is StreamToken stream) found.Add((reference, stream));
        }

        // Only after all that names them has been seen.
        var streams = new PdfStreams(contents, roles, calls, unmapped, texts, draft);
        foreach (var (reference, stream) in found)
        {
            if (Environment.TickCount64 > end) throw new BeyondBoundException("文件结构过于复杂，未能全部检查");
            if (!IsTold(stream)) streams.Read(reference, stream);
        }

        texts.UnionWith(ContentLexer.ReadFile(file).Said.Where(IsRemark));
        other = streams.Other;
        draft.Add("书签、表单、批注等处的文字", string.Join("\n\n", texts));
    }

    /// <summary>Says what else there is, where no passage says it: after all of them.</summary>
    public void Finish()
    {
        HashSet<string>? known = null;
        foreach (var (place, text) in other)
        {
            var finds = Finds.In(text).ToList();
            if (finds.Count == 0) continue;
            known ??= draft.ToReading().Passages.SelectMany(passage => Finds.In(passage.Text)).ToHashSet(StringComparer.Ordinal);
            if (finds.Exists(find => !known.Contains(find))) draft.Add(place, text);
        }
    }

    private void Information()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var isTold = false;
        foreach (var (key, token) in document.Information.DocumentInformationDictionary?.Data ?? new Dictionary<string, IToken>())
        {
            if (Text(token) is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            words.Add(text);
            isTold |= key is not ("Producer" or "CreationDate" or "ModDate" or "Trapped");
        }

        draft.Add("文档属性", string.Join('\n', words));
        if (isTold) draft.Add(FileTraitKind.Properties, "文档属性");
    }

    private void Visit(IToken token, int depth)
    {
        if (depth > MaxDepth || --remaining < 0) throw new BeyondBoundException("文件结构过于复杂，未能全部检查");
        switch (token)
        {
            case StreamToken stream:
                Visit(stream.StreamDictionary, depth + 1);
                break;
            case ArrayToken array:
                roles.Note(array);
                foreach (var item in array.Data) Visit(item, depth + 1);
                break;
            case DictionaryToken dictionary:
                Dictionary(dictionary, depth);
                break;
            case StringToken or HexToken when Text(token) is { } text && IsSaid(text):
                texts.Add(text);
                break;
            case IndirectReferenceToken reference:
                roles.Note(reference.Data);
                break;
            case NameToken name:
                Name(name.Data);
                break;
        }
    }

    private void Name(string name)
    {
        if (PdfNames.IsSaid(name)) texts.Add(PdfString.Of(name));
    }

    private void Dictionary(DictionaryToken dictionary, int depth)
    {
        var isSignature = dictionary.Data.ContainsKey("ByteRange");
        if (isSignature) draft.Add(FileTraitKind.Signature, "");
        Structure(dictionary);
        roles.Note(dictionary);
        foreach (var (key, value) in dictionary.Data)
        {
            Name(key);
            // The bytes of a signature; what is no signature may stand there too.
            if (isSignature && key == "Contents" && value is StringToken or HexToken) Signature(value);
            else if (key is "Registry" or "Ordering" or "CharSet" && Resolved(value) is { } words && Text(words) is { } text)
            {
                // Those of every font.
                if (PdfNames.IsSaid(text)) texts.Add(text);
            }
            else if (key is not ("ID" or "Extends") || contents.Name(dictionary.Data, "Type") is not ("XRef" or "ObjStm"))
                Visit(value, depth + 1);
        }
    }

    private void Signature(IToken value)
    {
        var data = value is HexToken hex ? hex.Data : ((StringToken)value).Data;
        if (data is ['\u0030', >= '\u0080', ..]) texts.UnionWith(Digits.In(data));
        else texts.Add(PdfString.Of(data));
    }

    private void Structure(DictionaryToken dictionary)
    {
        var data = dictionary.Data;
        if (contents.Name(data, "S") is "Launch" or "ImportData" or "SubmitForm" or "GoToR" or "GoToE")
            draft.Add(FileTraitKind.ExternalData, "文件中的动作");
        if (data.TryGetValue("JS", out var script) && Resolved(script) is StreamToken code) draft.Add("脚本", Decoded(code));
        if (data.ContainsKey("XFA")) draft.Add(FileTraitKind.Unreadable, "XFA 表单");
        if (contents.Name(data, "Subtype") is "RichMedia") draft.Add(FileTraitKind.Unreadable, "多媒体内容");
        if ((data.TryGetValue("OFF", out var off) && Resolved(off) is ArrayToken { Length: > 0 })
            || contents.Name(data, "BaseState") is "OFF")
            draft.Add(FileTraitKind.Hidden, "图层");
        if (data.TryGetValue("EF", out var files) && Resolved(files) is DictionaryToken embedded) Files(dictionary, embedded);
        Font(data);
    }

    private void Files(DictionaryToken specification, DictionaryToken embedded)
    {
        var data = specification.Data;
        var name = (data.TryGetValue("UF", out var unicode) || data.TryGetValue("F", out unicode)) && Resolved(unicode) is { } token
            ? Text(token) : null;
        foreach (var reference in embedded.Data.Values)
            if (Resolved(reference) is StreamToken stream) File(stream, name ?? "附件");
    }

    private void File(StreamToken stream, string name)
    {
        if (!files.Add(stream)) return;
        draft.Add(FileTraitKind.Embedded, $"内嵌文件‘{name}’");
        draft.Add("内嵌文件名", name);
        FileText.ReadInner(stream.Decode(DefaultFilterProvider.Instance).ToArray(), draft, $"内嵌文件‘{name}’：");
    }

    private bool IsTold(StreamToken stream)
    {
        var type = contents.Name(stream.StreamDictionary.Data, "Type");
        if (type == "EmbeddedFile") File(stream, "附件");
        else if (type == "Metadata") Metadata(stream);
        return type is "EmbeddedFile" or "Metadata" || files.Contains(stream);
    }

    private void Metadata(StreamToken stream)
    {
        var listener = new AnyListener();
        IReadOnlyCollection<string> attributes;
        try
        {
            using var xml = new MemoryStream(stream.Decode(DefaultFilterProvider.Instance).ToArray());
            attributes = PartWalk.Read(xml, listener);
        }
        catch (System.Xml.XmlException)
        {
            draft.Add(FileTraitKind.Unreadable, "XMP 属性");
            return;
        }

        draft.Add("XMP 属性", $"{listener.Others}\n\n{string.Join("\n\n", attributes)}");
        draft.Add(FileTraitKind.Properties, "XMP 属性");
    }

    /// <summary>Letters of a composite font are numbers of shapes; only a table of its own, or a known collection, says what they
    /// mean.</summary>
    private void Font(IReadOnlyDictionary<string, IToken> data)
    {
        if (contents.Name(data, "Subtype") != "Type0" || data.ContainsKey("ToUnicode")
            || contents.Name(data, "Encoding") is not ("Identity-H" or "Identity-V")
            || contents.Name(data, "BaseFont") is not { } font || !data.TryGetValue("DescendantFonts", out var below)) return;
        if (Resolved(below) is ArrayToken { Length: > 0 } array && Resolved(array.Data[0]) is DictionaryToken descendant
            && descendant.Data.TryGetValue("CIDSystemInfo", out var system) && Resolved(system) is DictionaryToken information
            && information.Data.TryGetValue("Ordering", out var ordering)
            && Text(ordering) is "GB1" or "CNS1" or "Japan1" or "Korea1") return;
        unmapped.Add(font);
    }

    private IToken? Resolved(IToken token) => contents.Resolved(token);

    private static string Decoded(StreamToken stream) => Encoding.UTF8.GetString(stream.Decode(DefaultFilterProvider.Instance).Span);

    private static string? Text(IToken token) => token switch
    {
        StringToken text => PdfString.Of(text.Data),
        HexToken hex => PdfString.Of(hex.Data),
        _ => null,
    };

    /// <summary>Times and single letters say nothing.</summary>
    internal static bool IsSaid(string text) => text.Length > 1 && !text.StartsWith("D:", StringComparison.Ordinal);

    /// <summary>Whether a comment of the file is one of people: its head and end are not.</summary>
    private static bool IsRemark(string text) => text.Length > 16 && !text.StartsWith("PDF-", StringComparison.Ordinal);
}
