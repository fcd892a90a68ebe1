using System.Globalization;
using System.Text;
using Disclosure.Catalogue.Import;
using Xunit;
using static Disclosure.Catalogue.Tests.Documents;

namespace Disclosure.Catalogue.Tests;

/// <summary>Small files that ask for a great deal are refused, and the service lives on.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public async Task Paragraphs_nested_without_end_do_not_exhaust_the_stack()
        => Assert.Equal("file-is-too-complex", await Refusal(Docx(Repeated("<w:p>", 60_000) + Repeated("</w:p>", 60_000))));

    [Fact]
    public async Task Nothing_is_nested_without_end_inside_what_is_left_out()
        => Assert.Equal("file-is-too-complex",
        await Refusal(Docx($"<mc:Fallback>{Repeated("<w:p>", 60_000)}{Repeated("</w:p>", 60_000)}</mc:Fallback>")));

    [Fact]
    public async Task Empty_paragraphs_cost_nothing()
        => Assert.Equal("file-has-no-text", await Refusal(Docx(Repeated("<w:p/>", 1_000_000))));

    [Fact]
    public async Task A_part_that_unpacks_to_more_than_is_read_is_refused()
    {
        var filler = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
        Assert.Equal("file-is-too-complex", await Refusal(Docx(stream =>
        {
            Write(stream, "<a>");
            for (var i = 0; i < 64; i++) stream.Write(filler);
            Write(stream, "</a>");
        })));
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>{0}</w:t></w:r></w:p>", 400_000)]
    [InlineData("<w:tbl><w:tr>{0}</w:tr></w:tbl>", 0)]
    public async Task More_text_than_an_item_may_have_is_refused(string form, int letters)
    {
        var content = letters > 0 ? new string('文', letters) : Repeated("<w:tc/>", 60_000);
        Assert.Equal("body-is-too-long", await Refusal(Docx(form.Replace("{0}", content, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_document_type_definition_is_refused()
        => Assert.Equal("file-is-damaged", await Refusal(Docx(stream => Write(stream, "<!DOCTYPE a [<!ENTITY e \"eeee\">]><a>&e;</a>"))));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_pdf_page_with_a_million_letters_or_eight_times_as_many_is_refused(int times)
    {
        var content = "BT /F1 1 Tf 10 10 Td <" + Repeated("4E00", 1_000_000) + "> Tj ET\n";
        Assert.Equal("file-is-too-complex", await Refusal(PdfWithContent(Repeated(content, times))));
    }

    [Theory]
    [InlineData("<w:p {0}/>", "")]
    [InlineData("<w:p>{0}</w:p>", "<w:r {0}/>")]
    public async Task A_million_and_a_half_attributes_cost_few_seconds(string around, string each)
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 1_500_000).Select(number => $"a{number:x}=\"\""));
        if (each.Length > 0)
        {
            attributes = string.Concat(attributes.Split(' ').Chunk(50)
                .Select(some => each.Replace("{0}", string.Join(' ', some), StringComparison.Ordinal)));
        }

        var file = Docx(around.Replace("{0}", attributes, StringComparison.Ordinal));
        var before = Processor();
        Assert.Contains(await Refusal(file), (string[])["file-is-too-complex", "file-has-no-text"]);
        // Other tests of this process run at the same time; unbounded it is 40 seconds.
        Assert.InRange(Processor() - before, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Nobody_reads_on_for_a_client_that_has_left()
    {
        var file = Docx($"<w:p {string.Join(' ', Enumerable.Range(0, 1_500_000).Select(number => $"a{number:x}=\"\""))}/>");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Task.Run(() => DocumentReader.ReadAsync(file, leaving.Token), TestContext.Current.CancellationToken);
        await Eventually(() => reading.IsCompleted || Readers().Count > 0);
        var readers = Readers();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Eventually(() => !Readers().Overlaps(readers));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 100 && !condition(); i++) await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        Assert.True(condition());
    }

    /// <summary>The processes that read a document for this one (proc(5): the fourth field is the parent).</summary>
    private static HashSet<int> Readers() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0 && IsReader(id))];

    private static bool IsReader(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1] == $"{Environment.ProcessId}"
                && File.ReadAllText($"/proc/{id}/cmdline").Contains("--read-document", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return false;
        }
    }

    /// <summary>Processor time of this process and of its children that have ended (proc(5): utime to cstime, in 10 ms).</summary>
    private static TimeSpan Processor()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * fields[13..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static async Task<string?> Refusal(byte[] file)
        => (await DocumentReader.ReadAsync(file, TestContext.Current.CancellationToken)).Failure?.Code;
}
