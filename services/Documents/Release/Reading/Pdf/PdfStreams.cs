using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Text;
using Disclosure.Documents.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Every stream of a PDF that is not a page: drawn ones are read as they are drawn, known ones without words are let be, and what
/// is left is text or unreadable.</summary>
/// <param name="contents">Objects of the document.</param>
/// <param name="roles">What streams are for.</param>
/// <param name="calls">What pages draw.</param>
/// <param name="unmapped">Fonts whose letters nobody can tell.</param>
/// <param name="texts">Strings of the file.</param>
/// <param name="draft">What is read.</param>
internal sealed class PdfStreams(PdfContents contents, PdfRoles roles, PdfCalls calls, IReadOnlySet<string> unmapped,
    HashSet<string> texts, ReadingDraft draft)
{
    /// <summary>Lines of a drawing that is no text: fewer are frames and signs.</summary>
    private const int MaxSegments = 60;

    /// <summary>Letters of a drawing that may be one piece of what many drawings say together.</summary>
    private const int MaxPiece = 4;

    private static readonly HashSet<string> HintKeys = new(StringComparer.Ordinal)
    {
        "S", "E", "T", "V", "O", "I", "C", "A", "L", "R", "B", "Filter", "Length", "DecodeParms",
    };

    private readonly List<(string Place, string Text)> other = [];
    private readonly System.Text.StringBuilder pieces = new();

    /// <summary>What is to be said only where no passage says it yet: letters by their codes, and forms, which pages show.</summary>
    public IReadOnlyList<(string Place, string Text)> Other => [.. other, ("分散的显示内容", pieces.ToString())];

    public void Read(IndirectReference reference, StreamToken stream)
    {
        var data = stream.StreamDictionary.Data;
        var (role, resources) = roles.Of(reference);
        var (type, kind) = (contents.Name(data, "Type"), contents.Name(data, "Subtype"));
        var isDrawn = role is PdfRole.Drawn or PdfRole.Glyph || kind is "Form" or "PS" || data.ContainsKey("PatternType")
            || (type == "XObject" && kind != "Image");
        if (role == PdfRole.Told) return;
        if (calls.Pages.Contains(reference)) Page(reference);
        else if (isDrawn) Draw(reference, stream, role, resources);
        else if (data.ContainsKey("Width") && data.ContainsKey("Height")) Picture(role, reference);
        else if (type is "XRef" or "ObjStm" && !roles.IsNamed(reference)) Data(reference, stream, isProgram: true);
        else if (IsData(data, role, type))
            Data(reference, stream, role == PdfRole.Program || type is "CMap" || data.ContainsKey("FunctionType"));
        else Unknown(reference, stream);
    }

    private static bool IsData(IReadOnlyDictionary<string, IToken> data, PdfRole role, string? type)
        => role is PdfRole.Data or PdfRole.Program || type is "CMap" || data.ContainsKey("FunctionType")
            || data.ContainsKey("ShadingType") || data.ContainsKey("HalftoneType");

    private void Page(IndirectReference reference)
    {
        if (contents.Words(reference) is not { } words) return;
        texts.UnionWith(words.Said.Where(PdfObjects.IsSaid));
        other.Add(($"页面内容（对象 {reference.ObjectNumber}）的字符编码", words.Shown.ToString()));
    }

    private void Draw(IndirectReference reference, StreamToken stream, PdfRole role, DictionaryToken? around)
    {
        var place = $"{Word(role, stream)}（对象 {reference.ObjectNumber}）";
        if (contents.Words(reference) is not { } words)
        {
            draft.Add(FileTraitKind.Unreadable, place);
            return;
        }

        texts.UnionWith(words.Said.Where(PdfObjects.IsSaid));
        var resources = contents.Entry<DictionaryToken>(stream.StreamDictionary, "Resources") ?? around ?? Default();
        var isOnPage = calls.Forms.Contains(reference);
        // A letter that is drawn as other letters is not what its font says.
        if (role == PdfRole.Glyph && (words.Letters > 0 || words.Drawn.Exists(name => !IsPicture(resources, name))))
            draft.Add(FileTraitKind.Unreadable, $"{place}由其他文字画成");
        Say(place, Letters(place, stream, words, resources), words, role, isOnPage);
        if (isOnPage || role == PdfRole.Glyph) return;
        if (words.HasPicture || words.Drawn.Exists(name => IsPicture(resources, name))) draft.Add(FileTraitKind.Picture, place);
    }

    private IReadOnlyList<Drawn> Letters(string place, StreamToken stream, ContentWords words, DictionaryToken? resources)
    {
        if (words.Letters == 0) return [];
        try
        {
            // Unpacked before: it can be.
            return PdfDrawing.Of(contents.Tools, contents.Bytes(stream)!.Value, resources);
        }
        catch (Exception failure) when (failure is not (BeyondBoundException or OutOfMemoryException
            or InsufficientExecutionStackException))
        {
            draft.Add(FileTraitKind.Unreadable, place);
            return [];
        }
    }

    private void Say(string place, IReadOnlyList<Drawn> letters, ContentWords words, PdfRole role, bool isOnPage)
    {
        var (text, codes) = (Ideographs.Fold(RawText.Of(letters)), words.Shown.ToString());
        if (isOnPage) other.Add((place, text));
        else draft.Add(place, text);
        // Without its font the codes are all there is.
        if (letters.Count == 0 && !isOnPage) draft.Add(place, codes);
        else other.Add(($"{place}的字符编码", codes));
        if (Finds.Plain(text) is { Length: > 0 and <= MaxPiece } piece) pieces.Append(piece);
        if (PdfPageText.IsUnmapped([.. letters.Select(letter => letter.Value)]) || letters.Any(letter => unmapped.Contains(letter.Font)))
            draft.Add(FileTraitKind.Unreadable, $"{place}的文字没有编码");
        // A letter may be a drawing of many lines: its font says what it means.
        if (!isOnPage && role != PdfRole.Glyph && words.Segments > MaxSegments && words.Segments > letters.Count)
            draft.Add(FileTraitKind.Picture, place);
    }

    private void Picture(PdfRole role, IndirectReference reference)
    {
        // One among resources is told of with the page that shows it.
        if (role != PdfRole.Picture) draft.Add(FileTraitKind.Picture, $"对象 {reference.ObjectNumber}");
    }

    private void Data(IndirectReference reference, StreamToken stream, bool isProgram)
    {
        if (contents.Bytes(stream) is not { } bytes)
        {
            draft.Add(FileTraitKind.Unreadable, $"对象 {reference.ObjectNumber}");
            return;
        }

        texts.UnionWith(Digits.In(bytes.Span));
        if (isProgram) texts.UnionWith(Remarks(bytes.Span).Where(PdfNames.IsSaid));
        else if (Text(bytes.ToArray()) is { } text) draft.Add($"对象 {reference.ObjectNumber}", text);
    }

    private void Unknown(IndirectReference reference, StreamToken stream)
    {
        var data = stream.StreamDictionary.Data;
        if (contents.Bytes(stream) is not { } unpacked)
        {
            draft.Add(FileTraitKind.Unreadable, $"对象 {reference.ObjectNumber}");
            return;
        }

        var bytes = unpacked.ToArray();
        if (Array.TrueForAll(bytes, one => one is 0 or 9 or 10 or 13 or 32)) return;
        var isText = Text(bytes) is not null;
        // The table at the head of a linearized file says where in the file pages are.
        if (!isText && data.TryGetValue("S", out var offset) && offset is NumericToken && data.Keys.All(HintKeys.Contains)) return;
        FileText.ReadInner(bytes, draft, $"对象 {reference.ObjectNumber}：");
        if (!isText) return;
        // It may be drawn by a program that asks less than this one.
        var words = ContentLexer.Read(bytes);
        texts.UnionWith(words.Said.Where(PdfObjects.IsSaid));
        other.Add(($"对象 {reference.ObjectNumber}的字符编码", words.Shown.ToString()));
        if (words.Letters > 0 && contents.Entry<DictionaryToken>(stream.StreamDictionary, "Resources") is { } resources)
            other.Add(($"对象 {reference.ObjectNumber}的文字", RawText.Of(Letters($"对象 {reference.ObjectNumber}", stream, words, resources))));
    }

    /// <summary>Comments of a program: the rest are its codes.</summary>
    private static IEnumerable<string> Remarks(ReadOnlySpan<byte> program)
        => PdfString.Of(System.Text.Encoding.Latin1.GetString(program)).Split('\r', '\n')
            .Where(line => line.Contains('%', StringComparison.Ordinal) && !line.StartsWith("%!FontType", StringComparison.Ordinal)
                && !line.Any(c => char.IsControl(c) && c != '\t'));

    private static string? Text(byte[] bytes) => DocumentReader.KindOf(bytes) == FileKind.Text ? Decoded.Of(bytes)?.Text : null;

    private bool IsPicture(DictionaryToken? resources, string name) => calls.Target(resources, name) is { } target
        && contents.Get(target) is StreamToken picture && contents.Name(picture.StreamDictionary.Data, "Subtype") == "Image";

    /// <summary>Appearances of fields take fonts from their form.</summary>
    private DictionaryToken? Default()
        => contents.Entry<DictionaryToken>(contents.Entry<DictionaryToken>(contents.Catalog, "AcroForm"), "DR");

    private static string Word(PdfRole role, StreamToken stream) => role switch
    {
        PdfRole.Drawn => "批注、表单的显示内容",
        PdfRole.Glyph => "字形",
        _ => stream.StreamDictionary.Data.ContainsKey("PatternType") ? "图案" : "图形对象",
    };
}
