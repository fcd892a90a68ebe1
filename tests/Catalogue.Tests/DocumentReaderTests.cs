using Disclosure.Catalogue.Import;
using Xunit;
using static Disclosure.Catalogue.Tests.Documents;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is read out of a file, and that nothing of it is lost.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public async Task Lines_of_a_pdf_are_joined_to_paragraphs_so_that_a_broken_word_is_found()
    {
        var text = await Text(Pdf(
            (200, 780, "关于举办展览的通知"),
            (112, 740, "定于下月在文化馆举办群众书法作品展览请各单位组织"),
            (80, 710, "报名参加。名额不限。"),
            (112, 680, "附件随文印发。"),
            (280, 40, "— 1 —")));
        Assert.Equal("关于举办展览的通知\n定于下月在文化馆举办群众书法作品展览请各单位组织报名参加。名额不限。\n附件随文印发。", text);
    }

    [Fact]
    public void A_title_too_long_is_clipped_and_stays_whole_in_the_body()
    {
        var line = string.Concat(Enumerable.Repeat("很长的一行文字", 30)) + "末尾";
        var document = DocumentRecognition.Recognise(line + "\n\n第二段\n");
        Assert.Equal(120, document.Title.Length);
        Assert.Contains(line, document.Body, StringComparison.Ordinal);
        Assert.Contains(line, DocumentRecognition.Recognise($"# {line}\n\n第二段\n").Body, StringComparison.Ordinal);
    }

    private static async Task<string> Text(byte[] file)
    {
        var outcome = await DocumentReader.ReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
