using AngleSharp;
using AngleSharp.Html.Parser;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Html;

/// <summary>A web page as a body: what a browser shows of its text.</summary>
/// <remarks>Runs in a process of its own (<see cref="ReaderProcess"/>). Nothing is fetched and no script is run.</remarks>
internal static class HtmlText
{
    private const int MaxLength = 5_000_000;

    public static Outcome<ReadDocument> Read(string text)
    {
        if (text.Length > MaxLength) return ImportFailures.TooComplex;
        if (HtmlDepth.IsBeyond(text)) return ImportFailures.TooDeep;
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New(Configuration.Default))
            .ParseDocument(text);
        try
        {
            return new HtmlBlocks(document).Read();
        }
        catch (TextIsTooLongException)
        {
            return ImportFailures.TooLong;
        }
        catch (RefusedException refused)
        {
            return refused.Failure;
        }
    }
}
