using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Formulas and symbols still say what they said.</summary>
public sealed class DocxFormulaTests
{
    [Theory]
    [InlineData("<m:f><m:num>1</m:num><m:den>2</m:den></m:f>", "1/2")]
    [InlineData("<m:f><m:num>a+b</m:num><m:den>c</m:den></m:f>", "(a+b)/c")]
    [InlineData("<m:f><m:num>a</m:num><m:den>2b</m:den></m:f>", "a/(2b)")]
    [InlineData("<m:f><m:num>收入</m:num><m:den>总数</m:den></m:f>", "收入/总数")]
    [InlineData("<m:f><m:num>1</m:num><m:den><m:sSub><m:e>x</m:e><m:sub>n</m:sub></m:sSub></m:den></m:f>", "1/x<sub>n</sub>")]
    [InlineData("<m:d><m:e><m:f><m:fPr><m:type m:val=\"noBar\"/></m:fPr><m:num>n</m:num><m:den>k</m:den></m:f></m:e></m:d>", "(n；k)")]
    [InlineData("2<m:f><m:num>1</m:num><m:den>2</m:den></m:f>", "2 1/2")]
    [InlineData("x<m:f><m:num>1</m:num><m:den>2</m:den></m:f>y", "x(1/2)y")]
    [InlineData("<m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup>", "x<sup>2</sup>")]
    [InlineData("<m:sSup><m:e>x+1</m:e><m:sup>n</m:sup></m:sSup>", "(x+1)<sup>n</sup>")]
    [InlineData("<m:sSub><m:e>CO</m:e><m:sub>2</m:sub></m:sSub>", "CO<sub>2</sub>")]
    [InlineData("<m:sSubSup><m:e>x</m:e><m:sub>i</m:sub><m:sup>2</m:sup></m:sSubSup>", "x<sub>i</sub><sup>2</sup>")]
    [InlineData("<m:sSup><m:e>e</m:e><m:sup><m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup></m:sup></m:sSup>", "e^(x<sup>2</sup>)")]
    [InlineData("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>2</m:e></m:rad>", "√(2)")]
    [InlineData("<m:rad><m:deg>3</m:deg><m:e>x</m:e></m:rad>", "<sup>3</sup>√(x)")]
    [InlineData("<m:d><m:e>a</m:e><m:e>b</m:e></m:d>", "(a|b)")]
    [InlineData("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>a</m:e></m:d>", "[a]")]
    [InlineData("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>i=1</m:sub><m:sup>n</m:sup><m:e>i</m:e></m:nary>",
        "∑<sub>i=1</sub><sup>n</sup>i")]
    [InlineData("<m:func><m:fName>sin</m:fName><m:e>x</m:e></m:func>", "sin x")]
    [InlineData("<m:m><m:mr><m:e>1</m:e><m:e>2</m:e></m:mr><m:mr><m:e>3</m:e><m:e>4</m:e></m:mr></m:m>", "1, 2； 3, 4")]
    public void A_formula_is_a_line(string formula, string html)
        => Assert.Equal($"<p>式{html}</p>", Reading.Docx($"<w:p>{Run("式")}<m:oMath>{Letters(formula)}</m:oMath></w:p>").Html());

    [Fact]
    public void Formulas_set_apart_stand_below_each_other()
        => Assert.Equal(["a=b", "c=d"], Reading.Docx("<w:p><m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><m:oMath><m:r><m:t>"
        + "c=d</m:t></m:r></m:oMath>"
        + "</m:oMathPara></w:p>").Lines());

    [Fact]
    public void A_fraction_behind_a_figure_of_the_text_is_set_apart()
        => Assert.Equal(["增长2 1/2倍"], Reading.Docx($"<w:p>{Run("增长2")}<m:oMath>{Letters("<m:f><m:num>1</m:num><m:den>2</m:den></m:f>")}<"
        + $"/m:oMath>{Run("倍")}</w:p>").Lines());

    [Theory]
    [InlineData(@"EQ \f(1,2)", "1/2")]
    [InlineData(@"eq \r(3,x)", "<sup>3</sup>√(x)")]
    [InlineData(@"EQ \r(2)", "√(2)")]
    [InlineData(@"EQ m\s\up8(2)", "m<sup>2</sup>")]
    [InlineData(@"EQ H\s\do4(2)O", "H<sub>2</sub>O")]
    [InlineData(@"eq \o\ac(○,1)", "①")]
    [InlineData(@"eq \o\ac(○,十)", "㊉")]
    [InlineData(@"eq \o\ac(□,√)", "☑")]
    [InlineData(@"EQ \* jc2 \* hps10 \o\ad(\s\up 9(bì),毕)", "毕")]
    [InlineData(@"EQ \f(\r(2),2)", "(√(2))/2")]
    [InlineData(@"EQ \b\bc\[(a)", "[a]")]
    public void A_formula_in_a_field_is_a_line(string field, string html)
        => Assert.Equal($"<p>{html}</p>", Reading.Docx($"<w:p>{Field(field)}</w:p>").Html());

    [Theory]
    [InlineData("Wingdings 2", "F052", "☑")]
    [InlineData("Wingdings 2", "F0A3", "□")]
    [InlineData("Wingdings 2", "0052", "☑")]
    [InlineData("Wingdings", "F0FE", "☑")]
    [InlineData("Wingdings", "F0FD", "☒")]
    [InlineData("Wingdings", "F0A8", "□")]
    [InlineData("Wingdings", "F06F", "□")]
    [InlineData("Wingdings", "F0FC", "✔")]
    [InlineData("Wingdings", "F081", "①")]
    [InlineData("Wingdings", "F08C", "❶")]
    [InlineData("Wingdings", "F0E0", "→")]
    [InlineData("Webdings", "F061", "✔")]
    [InlineData("Symbol", "F061", "α")]
    [InlineData("Symbol", "F0B3", "≥")]
    [InlineData("Symbol", "F0B7", "•")]
    [InlineData("MS Gothic", "2611", "☑")]
    [InlineData("宋体", "25A1", "□")]
    public void A_symbol_is_the_character_that_is_seen(string font, string code, string text)
    {
        var read = Reading.Docx($"<w:p><w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>{Run("同意")}</w:p>");
        Assert.Equal([text + "同意"], read.Lines());
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData("\uF0FE")]
    [InlineData("\u00FE")]
    public void Letters_set_in_a_font_of_pictures_are_those_pictures(string letter)
        => Assert.Equal(["☑同意"], Reading.Docx($"<w:p>{Run(letter, "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>")}{Run("同意")}"
        + $"</w:p>").Lines());

    [Theory]
    [InlineData("Webdings", "F07F")]
    [InlineData("Wingdings", "zz")]
    [InlineData("某字体", "F0FE")]
    public void An_unknown_symbol_is_marked_and_named(string font, string code)
    {
        var read = Reading.Docx($"<w:p><w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>{Run("同意")}</w:p>");
        Assert.Equal(["〓同意"], read.Lines());
        Assert.NotEmpty(read.Remark("symbol"));
    }

    [Fact]
    public void A_symbol_in_a_field_is_the_character_that_is_seen()
        => Assert.Equal(["☑"], Reading.Docx($"<w:p>{Field("SYMBOL 82 \\f \"Wingdings 2\" \\s 12")}</w:p>").Lines());

    /// <summary>Puts bare letters of a formula into its runs.</summary>
    private static string Letters(string formula)
        => System.Text.RegularExpressions.Regex.Replace(formula, "(?<=>|^)([^<>]+)(?=<|$)", "<m:r><m:t>$1</m:t></m:r>");
}
