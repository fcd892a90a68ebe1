using System.Globalization;
using Disclosure.Rules.Scanning;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>How much of what is personal the scanner finds, and how much of what it finds is personal, on lines whose rules it does not
/// share.</summary>
/// <remarks>Ten thousand lines of three seeds are <c>./disclosure bench scanner</c>; every miss and every false alarm is listed
/// there.</remarks>
public sealed class ScannerBenchTests
{
    private const string SeedVariable = "DISCLOSURE_SCANNER_SEED";

    [Fact]
    public void A_thousand_lines_are_read_as_people_read_them() => Read(seed: 20_261_130, lines: 1_000);

    [Fact(Explicit = true)]
    public void Ten_thousand_lines_of_three_seeds_are_read_as_people_read_them()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : 1;
        for (var seed = first; seed < first + 3; seed++) Read(seed, lines: 10_000);
    }

    private static void Read(int seed, int lines)
    {
        var score = new Score();
        foreach (var line in Corpus.Of(seed, lines)) score.Add(line, SensitiveDataScanner.Scan(line.Text));
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"seed {seed}, {lines} lines");
        foreach (var row in score.Report()) output.WriteLine(row);
        Assert.All(score.Kinds(), kind => Assert.True(score.Recall(kind) >= (kind is IdentityCard or BankCard ? 0.995 : 0.98),
            $"seed {seed}: recall of {kind} is {score.Recall(kind):0.0000}"));
        Assert.All(score.Kinds(), kind => Assert.True(score.Precision(kind) >= 0.95,
            $"seed {seed}: precision of {kind} is {score.Precision(kind):0.0000}"));
    }
}
