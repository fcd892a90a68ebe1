using Disclosure.Documents.Import.Docx;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Numbers look as Word shows them.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalZero", 12, "12")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("lowerLetter", 3, "c")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("lowerRoman", 1999, "mcmxcix")]
    [InlineData("chineseCounting", 1, "一")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 12, "十二")]
    [InlineData("chineseCounting", 20, "二十")]
    [InlineData("chineseCounting", 99, "九十九")]
    [InlineData("chineseCounting", 100, "一○○")]
    [InlineData("chineseCountingThousand", 10, "十")]
    [InlineData("chineseCountingThousand", 11, "十一")]
    [InlineData("chineseCountingThousand", 100, "一百")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 112, "一百一十二")]
    [InlineData("chineseCountingThousand", 1001, "一千零一")]
    [InlineData("chineseCountingThousand", 1010, "一千零一十")]
    [InlineData("chineseCountingThousand", 10_003, "一万零三")]
    [InlineData("chineseCountingThousand", 12_000, "一万二千")]
    [InlineData("japaneseCounting", 110, "百十")]
    [InlineData("japaneseCounting", 21, "二十一")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographZodiacTraditional", 11, "甲戌")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographLegalTraditional", 3, "參")]
    [InlineData("decimalEnclosedCircle", 1, "①")]
    [InlineData("decimalEnclosedCircleChinese", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 50, "㊿")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("decimalEnclosedFullstop", 3, "⒊")]
    [InlineData("decimalEnclosedParen", 3, "⑶")]
    [InlineData("ideographEnclosedCircle", 10, "㊉")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("numberInDash", 3, "- 3 -")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("hex", 255, "FF")]
    [InlineData("chicago", 2, "†")]
    [InlineData("chicago", 5, "**")]
    [InlineData("none", 5, "")]
    [InlineData("thaiLetters", 5, "5")]
    [InlineData("upperRoman", 0, "0")]
    public void A_number_is_written_in_its_format(string format, int number, string text)
        => Assert.Equal(text, NumberFormat.Of(format, number));

    [Fact]
    public void A_format_of_the_authors_own_has_as_many_figures_as_its_first_number()
        => Assert.Equal("007", NumberFormat.Of("custom", 7, "001, 002, 003, ..."));
}
