using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Reads a file in this process, which is faster than in one of its own.</summary>
internal static class Reading
{
    public static ReadDocument Docx(string body, params (string Name, string Content)[] parts) => Of(WordFile.Of(body, parts),
        FileKind.Package);

    public static ReadDocument Markdown(string text) => Of(Encoding.UTF8.GetBytes(text), FileKind.Markdown);

    public static ReadDocument Html(string text) => Of(Encoding.UTF8.GetBytes(text), FileKind.Html);

    public static ReadDocument Of(byte[] file, FileKind kind)
    {
        var outcome = ReaderProcess.Read(file, kind);
        Assert.Null(outcome.Failure);
        var read = outcome.Value!;
        // Whatever is read must be a body that can be kept.
        var again = Body.Read(read.Body.ToString());
        Assert.True(again.Body is not null, again.Sentence + read.Body);
        Assert.Equal(read.Body.ToString(), again.Body.ToString());
        return read;
    }

    /// <summary>The text as lines.</summary>
    public static string[] Lines(this ReadDocument read) => BodyText.Of(read.Body).Split('\n');

    public static string Html(this ReadDocument read) => read.Body.ToString();

    /// <summary>Words of the remarks of a kind.</summary>
    public static string Remark(this ReadDocument read, string code)
        => string.Concat(read.Remarks.Where(remark => remark.Code == code).Select(remark => remark.Words));
}
