using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Objects of a PDF by their numbers, and its content streams, unpacked and read once.</summary>
/// <param name="document">The document.</param>
/// <param name="tools">Those of the library.</param>
/// <param name="draft">What is read, and may still be.</param>
internal sealed class PdfContents(PdfDocument document, PdfTools tools, ReadingDraft draft)
{
    private readonly Dictionary<IndirectReference, ContentWords?> words = [];

    public PdfTools Tools => tools;

    public DictionaryToken Catalog => document.Structure.Catalog.CatalogDictionary;

    /// <summary>An object; null for one that is not there, or is damaged.</summary>
    public IToken? Get(IndirectReference reference)
    {
        try
        {
            return document.Structure.GetObject(reference)?.Data;
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            draft.Add(FileTraitKind.Unreadable, "损坏的对象");
            return null;
        }
    }

    public IToken? Resolved(IToken? token) => token is IndirectReferenceToken reference ? Get(reference.Data) : token;

    public string? Name(IReadOnlyDictionary<string, IToken> data, string key)
        => data.TryGetValue(key, out var token) && Resolved(token) is NameToken name ? name.Data : null;

    public T? Entry<T>(DictionaryToken? dictionary, string key) where T : class, IToken
        => dictionary is not null && dictionary.Data.TryGetValue(key, out var token) ? Resolved(token) as T : null;

    /// <summary>The bytes of a stream; null where they cannot be unpacked.</summary>
    public ReadOnlyMemory<byte>? Bytes(StreamToken stream)
    {
        try
        {
            var bytes = stream.Decode(tools.Filters, tools.Scanner);
            if ((draft.BytesLeft -= bytes.Length) < 0) throw new BeyondBoundException("展开后过大，未能全部检查");
            return bytes;
        }
        catch (Exception failure) when (failure is not (BeyondBoundException or OutOfMemoryException
            or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    /// <summary>The words of a content stream; null for no stream, or one that cannot be unpacked.</summary>
    public ContentWords? Words(IndirectReference reference)
    {
        if (words.TryGetValue(reference, out var known)) return known;
        return words[reference] = Get(reference) is StreamToken stream && Bytes(stream) is { } bytes ? ContentLexer.Read(bytes.Span) : null;
    }
}
