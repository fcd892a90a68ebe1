using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Small files that ask for a great deal are refused in seconds with a sentence that helps, and the service lives on.</summary>
// One after the other: they are measured.
[Collection("hostile")]
public sealed class HostileFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    [Fact]
    public async Task Paragraphs_nested_without_end_do_not_exhaust_the_stack()
        => await Refused("file-is-too-complex", WordFile.Of(Repeated("<w:p>", 60_000) + Repeated("</w:p>", 60_000)));

    [Fact]
    public async Task Nothing_is_nested_without_end_inside_what_is_left_out()
        => await Refused("file-is-too-complex", WordFile.Of($"<w:del>{Repeated("<w:p>", 60_000)}{Repeated("</w:p>", 60_000)}</w:del>"));

    [Theory]
    [InlineData("<w:p>{0}</w:p>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 100_000, "file-is-too-complex")]
    [InlineData("<w:p><m:oMath>{0}</m:oMath></w:p>", "<m:f><m:num>1</m:num></m:f>", 120_000, "body-is-too-long")]
    [InlineData("<w:p>{0}</w:p>", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", 100_000, "too-many-notes")]
    [InlineData("<w:tbl>{0}</w:tbl>", "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000\"/></w:tcPr><w:p/></w:tc></w:tr>", 1_000,
        "table-is-too-large")]
    [InlineData("<w:tbl>{0}</w:tbl>", "<w:tr><w:trPr><w:gridBefore w:val=\"99999999\"/></w:trPr><w:tc><w:p/></w:tc></w:tr>", 1_000,
        "table-is-too-large")]
    public async Task More_of_anything_than_a_document_has_is_refused(string around, string each, int times, string code)
        => await Refused(code, WordFile.Of(around.Replace("{0}", Repeated(each, times), StringComparison.Ordinal)));

    [Fact]
    public async Task A_table_of_a_hundred_thousand_rows_is_refused()
        => await Refused("body-is-too-long", WordFile.Of(Table(Repeated(Row(Cell("1")), 100_000))));

    [Fact]
    public async Task Empty_paragraphs_cost_nothing()
        => await Refused("file-has-no-text", WordFile.Of(Repeated("<w:p/>", 1_000_000)));

    [Fact]
    public async Task A_part_that_unpacks_to_more_than_is_read_is_refused()
    {
        var filler = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
        await Refused("file-is-too-complex", WordFile.Of(stream =>
        {
            Write(stream, "<a>");
            for (var i = 0; i < 64; i++) stream.Write(filler);
            Write(stream, "</a>");
        }));
    }

    [Fact]
    public async Task Parts_that_unpack_to_more_than_is_read_together_are_refused()
    {
        var spaces = new string(' ', 12 * 1024 * 1024);
        await Refused("file-is-too-complex", WordFile.Of(Paragraph("文"), ("styles", spaces), ("numbering", spaces)));
    }

    [Fact]
    public async Task An_archive_of_entries_without_end_is_refused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < 20_000; i++) archive.CreateEntry(i.ToString(CultureInfo.InvariantCulture));
        await Refused("file-is-too-complex", file.ToArray());
    }

    [Fact]
    public async Task An_archive_that_ends_early_is_refused()
        => await Refused("file-is-damaged", WordFile.Of(Paragraph("文"))[..^40]);

    [Theory]
    [InlineData("<w:p><w:r><w:t>{0}</w:t></w:r></w:p>", 400_000)]
    [InlineData("<w:tbl><w:tr>{0}</w:tr></w:tbl>", 0)]
    public async Task More_text_than_an_item_may_have_is_refused(string form, int letters)
    {
        var content = letters > 0 ? new string('文', letters) : Repeated("<w:tc/>", 60_000);
        await Refused("body-is-too-long", WordFile.Of(form.Replace("{0}", content, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY e \"eeee\">]><a>&e;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>")]
    public async Task A_document_type_definition_is_refused(string document)
        => await Refused("file-is-damaged", WordFile.Of(stream => Write(stream, document)));

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

        await Refused(null, WordFile.Of(around.Replace("{0}", attributes, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<a><table>")]
    public async Task A_page_nested_without_end_is_refused_before_it_is_parsed(string piece)
        => await Refused("nested-too-deep", Encoding.UTF8.GetBytes("<!doctype html>" + Repeated(piece, 100_000) + "文"));

    [Fact]
    public async Task Nobody_reads_on_for_a_client_that_has_left()
    {
        var file = WordFile.Of($"<w:p {string.Join(' ', Enumerable.Range(0, 1_500_000).Select(number => $"a{number:x}=\"\""))}/>");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Task.Run(() => DocumentReader.ReadAsync(file, null, leaving.Token), TestContext.Current.CancellationToken);
        await Eventually(() => reading.IsCompleted || Readers().Count > 0);
        var readers = Readers();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Eventually(() => !Readers().Overlaps(readers));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 200 && !condition(); i++) await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
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

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>The file is refused in few seconds; for one reason or another where the processor's speed decides which.</summary>
    private static async Task Refused(string? code, byte[] file)
    {
        var before = Spent();
        var failure = (await DocumentReader.ReadAsync(file, null, TestContext.Current.CancellationToken)).Failure;
        Assert.NotNull(failure);
        if (code is not null) Assert.Equal(code, failure.Code);
        else Assert.Contains(failure.Code, (string[])["file-is-too-complex", "file-has-no-text", "body-is-too-long", "nested-too-deep"]);
        Assert.False(string.IsNullOrWhiteSpace(failure.Detail));
        // Of the processor, because other programs share the machine: the bound is two, and it is looked at ten times a second.
        Assert.InRange(Spent() - before, TimeSpan.Zero, Patience);
    }

    /// <summary>Processor time of the children that have ended (proc(5): cutime and cstime, in 10 ms).</summary>
    private static TimeSpan Spent()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * fields[13..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
    }
}
