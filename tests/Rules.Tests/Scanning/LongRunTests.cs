using System.Diagnostics;
using Disclosure.Rules.Scanning;
using Xunit;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>Numbers at the ends of more digits than any number has, serials that are identity numbers, and what digits cost.</summary>
public sealed class LongRunTests
{
    private const string Many = "12345678901234567890123456789012345678901234567890";

    [Theory]
    [InlineData("号520502199001010028" + Many + "，", "520502199001010028")]
    [InlineData("编码" + Many + "520502199001010028号", "520502199001010028")]
    [InlineData("编码" + Many + "52050219900101001X号", "52050219900101001X")]
    [InlineData("520502199001010028" + Many + "520502199001010036",
        "520502199001010028|520502199001010036")]
    [InlineData("520502199001010028520502199001010036520502199001010044",
        "520502199001010028|520502199001010036|520502199001010044")]
    [InlineData("520502199001010028123456789012345678901234552050219900101001X", "520502199001010028|52050219900101001X")]
    [InlineData("第522401199001011231号", "522401199001011231")]
    [InlineData("许可证第522401199001011231号", "")]
    [InlineData("建字第522401199001011231号", "")]
    [InlineData("备案号522401199001011231" + Many, "")]
    [InlineData("编码" + Many + "520502199001010028" + Many, "")]
    [InlineData("编码" + Many, "")]
    public void Ends_of_long_digits_and_serials_are_looked_at(string text, string values)
        => Assert.Equal(values.Split('|', StringSplitOptions.RemoveEmptyEntries),
            SensitiveDataScanner.Scan(text).Select(span => span.Text));

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 0 ")]
    [InlineData("1,2,3,4,5,6,7,8,9,0,")]
    [InlineData("520502199001010028")]
    [InlineData("1\u0332")]
    [InlineData("① ")]
    [InlineData("①1")]
    [InlineData("一")]
    [InlineData("一1号")]
    [InlineData("&#5")]
    [InlineData("&#53;")]
    [InlineData("1\n")]
    public void Four_times_the_text_takes_four_times_the_time(string part)
    {
        var (small, large) = (Repeated(part, 200_000), Repeated(part, 800_000));
        var (quarter, whole) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 8 && (round < 2 || whole > quarter * 12); round++)
        {
            quarter = Least(quarter, small);
            whole = Least(whole, large);
        }

        Assert.True(whole < TimeSpan.FromMilliseconds(200) || whole < quarter * 12,
            $"{part}: {whole.TotalMilliseconds:0} ms, a quarter {quarter.TotalMilliseconds:0} ms");
    }

    [Fact(Explicit = true)]
    public void Single_digits_are_read_at_twenty_megabytes_a_second()
    {
        var text = Repeated("1 2 3 4 5 6 7 8 9 0 ", 9_500_000);
        var least = TimeSpan.MaxValue;
        for (var round = 0; round < 8; round++) least = Least(least, text);
        TestContext.Current.TestOutputHelper!.WriteLine($"{least.TotalMilliseconds:0} ms");
        Assert.True(least < TimeSpan.FromSeconds(0.5), $"{least.TotalMilliseconds:0} ms");
    }

    private static string Repeated(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static TimeSpan Least(TimeSpan before, string text)
    {
        var watch = Stopwatch.StartNew();
        _ = SensitiveDataScanner.Scan(text).Count;
        return watch.Elapsed < before ? watch.Elapsed : before;
    }
}
