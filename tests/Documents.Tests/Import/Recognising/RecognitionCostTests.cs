using System.Diagnostics;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising;
using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>No text makes recognition slow: 300,000 characters cost less than a second.</summary>
public sealed class RecognitionCostTests
{
    [Theory]
    [InlineData("文号：中中[2020]", " ", "x")]
    [InlineData("中中[2020]", " ", "x")]
    [InlineData("中中[2020]第", " ", "x")]
    [InlineData("文号", " ", "x")]
    [InlineData("文号：", "文 ", "x")]
    [InlineData("", "文 号 ： ", "x")]
    [InlineData("", "中中 [2020] 第 ", "x")]
    [InlineData("来源：", "中", "x")]
    [InlineData("", "来源 ", "x")]
    [InlineData("成文日期", " ", "x")]
    [InlineData("", "成文日期 ", "x")]
    [InlineData("某县文化局", " ", "x")]
    [InlineData("2020年", " ", "x")]
    [InlineData("", "2020年1", "x")]
    [InlineData("", "，", "x")]
    [InlineData("", "aa ", "x")]
    [InlineData("", "办法（", "x")]
    [InlineData("关于", "《", "通知")]
    [InlineData("", "毕节市测试局", "")]
    [InlineData("", "(", "")]
    [InlineData("", "令第", "号")]
    [InlineData("", "一", "")]
    public void A_line_of_anything_costs_little(string first, string repeated, string last)
    {
        var line = first + string.Concat(Enumerable.Repeat(repeated, 280_000 / repeated.Length)) + last;
        AssertQuick($"关于某事的通知\n{line}\n正文。\n2026年1月1日");
        AssertQuick(line);
        foreach (var length in (int[])[70, 150, 190, 390, 990])
        {
            var piece = line.Length <= length ? line : line[..length] + last;
            AssertQuick(string.Concat(Enumerable.Repeat(piece + "\n", 280_000 / (piece.Length + 1))));
        }
    }

    [Theory]
    [InlineData("文")]
    [InlineData("毕节市测试局")]
    [InlineData("毕节市测试局关于")]
    [InlineData("2026年11月2日")]
    [InlineData("毕节市测试局　2026年11月2日")]
    [InlineData("成文日期：2027年11月2日")]
    [InlineData("毕测发〔2026〕7号")]
    [InlineData("附件")]
    [InlineData("主题词：")]
    [InlineData("来源：毕节市测试局")]
    public void Many_lines_of_anything_too(string line)
        => AssertQuick(string.Concat(Enumerable.Repeat(line + "\n", 290_000 / (line.Length + 1))));

    private static void AssertQuick(string text)
    {
        var document = Read(text);
        Recognition.Of(Read("热身"), Today);
        var watch = Stopwatch.StartNew();
        Recognition.Of(document, Today);
        // Other tests run on the same two cores.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
