using System.Text;
using Disclosure.Catalogue.Import;
using Xunit;
using static Disclosure.Catalogue.Tests.Documents;

namespace Disclosure.Catalogue.Tests;

/// <summary>Small files that ask for a great deal are refused, and the service lives on.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_pdf_page_with_a_million_letters_or_eight_times_as_many_is_refused(int times)
    {
        var content = "BT /F1 1 Tf 10 10 Td <" + Repeated("4E00", 1_000_000) + "> Tj ET\n";
        Assert.Equal("file-is-too-complex", await Refusal(PdfWithContent(Repeated(content, times))));
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static async Task<string?> Refusal(byte[] file)
        => (await DocumentReader.ReadAsync(file, TestContext.Current.CancellationToken)).Failure?.Code;
}
