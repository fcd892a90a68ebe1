using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>What the library reads content with. It gives it to those only who make pages.</summary>
internal sealed record PdfTools(IPdfTokenScanner Scanner, IResourceStore Store, ILookupFilterProvider Filters, IPageContentParser Parser)
{
    /// <summary>The tools of a document that has a page.</summary>
    public static PdfTools Of(PdfDocument document)
    {
        document.AddPageFactory<PdfTools, Factory>();
        return document.GetPage<PdfTools>(1);
    }

#pragma warning disable CS9113 // The library asks for five.
    /// <summary>Makes no page.</summary>
    internal sealed class Factory(IPdfTokenScanner scanner, IResourceStore store, ILookupFilterProvider filters,
        IPageContentParser parser, ParsingOptions options) : IPageFactory<PdfTools>
#pragma warning restore CS9113
    {
        public PdfTools Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers,
            NamedDestinations namedDestinations) => new(scanner, store, filters, parser);
    }
}
