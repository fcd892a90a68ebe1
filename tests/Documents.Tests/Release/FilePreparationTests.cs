using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Reading;
using Xunit;

namespace Disclosure.Documents.Tests.Release;

/// <summary>Files are made ready in a process of their own; one that does not come back is a failure and never an empty reading.</summary>
[Collection("hostile")]
public sealed class FilePreparationTests
{
    [Fact]
    public async Task What_the_child_reads_and_cleans_arrives()
    {
        var file = PackageFile.Xlsx(PackageFile.Rows("姓名,身份证号", $"张三𠮷,{Reading.Read.Number}"));
        using var cleaned = new MemoryStream();
        var outcome = await FilePreparation.PrepareAsync(new MemoryStream(file), AttachedType.Xlsx, cleaned,
            TestContext.Current.CancellationToken);
        var reading = outcome.Value!;
        Assert.Contains(reading.Passages, passage => passage.Text.Contains($"张三𠮷\t{Reading.Read.Number}", StringComparison.Ordinal));
        Assert.NotEmpty(cleaned.ToArray());
        cleaned.Position = 0;
        var again = (await FilePreparation.ReadAsync(cleaned, AttachedType.Xlsx, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal(reading.Passages, again.Passages);
        Assert.Equal(reading.Traits, again.Traits);
    }

    [Theory]
    [InlineData(AttachedType.Docx)]
    [InlineData(AttachedType.Pdf)]
    public async Task Failures_arrive_with_their_words(AttachedType type)
    {
        using var cleaned = new MemoryStream();
        var outcome = await FilePreparation.PrepareAsync(new MemoryStream([1, 2, 3]), type, cleaned, TestContext.Current.CancellationToken);
        Assert.NotEmpty(outcome.Failure!.Title);
        Assert.Empty(cleaned.ToArray());
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_refused() => Assert.Equal("file-is-too-large", (await FilePreparation.ReadAsync(
        new MemoryStream(new byte[FilePreparation.MaxBytes + 1]), AttachedType.Text, TestContext.Current.CancellationToken)).Failure?.Code);

    [Fact]
    public async Task A_child_that_runs_out_of_memory_is_a_failure()
    {
        // A single text of all that a part may unpack to.
        var file = PackageFile.Zip(("word/document.xml", PackageFile.Bytes($"<a>{new string('x', 149_000_000)}</a>")));
        var outcome = await FilePreparation.ReadAsync(new MemoryStream(file), AttachedType.Docx, TestContext.Current.CancellationToken);
        Assert.True(outcome.Failure is not null || outcome.Value!.Traits.Any(trait => trait.Kind == FileTraitKind.Unreadable));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'n', (byte)'u', (byte)'l', (byte)'l' })]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { 2, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public async Task An_answer_that_ends_early_is_none(byte[] answer)
        => Assert.Null(await PreparationAnswer.ReadAsync(new MemoryStream(answer),
        Stream.Null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task So_is_one_without_all_its_bytes()
    {
        using var answer = new MemoryStream();
        await PreparationAnswer.WriteAsync(answer, new FileReading([new("", "甲")], []), new byte[] { 1, 2, 3 });
        using var bytes = new MemoryStream();
        Assert.NotNull(await PreparationAnswer.ReadAsync(new MemoryStream(answer.ToArray()), bytes, TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 3], bytes.ToArray());
        Assert.Null(await PreparationAnswer.ReadAsync(new MemoryStream(answer.ToArray()[..^1]), Stream.Null,
            TestContext.Current.CancellationToken));
        Assert.Null(await PreparationAnswer.ReadAsync(new MemoryStream([.. answer.ToArray(), 1]), Stream.Null,
            TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--prepare-file")]
    [InlineData("--prepare-file", "Nothing")]
    [InlineData("--read-file", "99")]
    public async Task Other_arguments_are_not_the_childs(params string[] args) => Assert.False(await PreparationProcess.ServeAsync(args));

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FilePreparation.ReadAsync(new MemoryStream([1]), AttachedType.Text,
            stop.Token));
    }
}
