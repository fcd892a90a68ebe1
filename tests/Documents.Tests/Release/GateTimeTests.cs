using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import;
using Disclosure.Documents.Tests.Release.Reading;
using Xunit;

namespace Disclosure.Documents.Tests.Release;

/// <summary>The gate at a release, as Catalogue asks it: twenty files of a megabyte, each read in a process of its own.</summary>
[Collection("hostile")]
public sealed class GateTimeTests(ITestOutputHelper output)
{
    private const int Megabyte = 1_000_000;

    /// <summary>As many readers at once as Catalogue lets an item have.</summary>
    private const int AtOnce = 3;

    [Fact(Explicit = true)]
    public async Task Twenty_files_of_a_megabyte_are_read_and_judged_in_five_seconds()
    {
        List<(AttachedType Type, byte[] File)> files = [.. Enumerable.Range(0, 20).Select(Made)];
        Assert.All(files, file => Assert.InRange(file.File.Length, Megabyte * 8 / 10, Megabyte * 12 / 10));
        var read = new CandidateFile[files.Count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (at, cancellation) =>
        {
            var reading = await FilePreparation.ReadAsync(new MemoryStream(files[at].File), files[at].Type, cancellation);
            Assert.True(reading.Value is not null, reading.Failure?.Code);
            read[at] = new(FileDigest.Of(files[at].File).Value, "文件", reading.Value);
        });
        var reading = watch.Elapsed;
        var findings = ReleaseGate.Judge(new ReleaseCandidate([], read), Audience.Public);
        var (judging, found) = (watch.Elapsed - reading, findings.Sum(one => one.Count));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"read {reading.TotalSeconds:0.00} s, judged {judging.TotalSeconds:0.00} s, {found} finds"));
        Assert.True(reading + judging < TimeSpan.FromSeconds(5), $"{reading} {judging}");
        Assert.True(found >= 20);
    }

    /// <summary>Texts, tables of values and workbooks in turn; letters at random, so that a megabyte is a megabyte of words.</summary>
    private static (AttachedType Type, byte[] File) Made(int number)
    {
        var random = new Random(number);
        return (number % 3) switch
        {
            0 => (AttachedType.Docx, WordFile.Whole(string.Concat(Enumerable.Range(0, 1_500)
                .Select(_ => WordFile.Paragraph(Words(random, 300)))))),
            1 => (AttachedType.Csv, Encoding.UTF8.GetBytes("姓名,手机号码,备注\n" + string.Concat(Enumerable.Range(0, 7_000)
                .Select(row => $"某{row},1380000{row:D4},{Words(random, 40)}\n")))),
            _ => (AttachedType.Xlsx, PackageFile.Xlsx(PackageFile.Rows([.. Enumerable.Range(0, 9_500)
                .Select(row => $"{row},{Words(random, 45)}")]))),
        };
    }

    private static string Words(Random random, int length)
        => string.Create(length, random, (span, source) =>
        {
            for (var at = 0; at < span.Length; at++) span[at] = (char)source.Next(0x4E00, 0x9FA5);
        });
}
