using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Reading;
using Xunit;
using static Disclosure.Documents.Tests.Release.Hiding.Hidden;

namespace Disclosure.Documents.Tests.Release.Hiding;

/// <summary>A number of a workbook that is shown and that no cell holds blocks all the same.</summary>
public sealed class XlsxHidingTests
{
    [Fact]
    public void Characters_by_their_numbers_are_read()
    {
        var text = string.Concat(Id.Select(digit => $"_x00{(int)digit:X2}_"));
        Sheet($"<c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        Sheet($"<c r=\"A1\" t=\"str\"><v>{text}</v></c>");
        Sheet("<c r=\"A1\" t=\"s\"><v>0</v></c>", "",
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{PackageFile.Main}\"><si><t>{text}</t></si></sst>", "sharedStrings"));
        Sheet("", "", Part("xl/comments1.xml", $"<comments xmlns=\"{PackageFile.Main}\"><commentList><comment ref=\"A1\"><text><r><t>"
            + $"{text}</t></r></text></comment></commentList></comments>", "comments"));
    }

    [Theory]
    [InlineData("\"522401\"&amp;\"199001011231\"")]
    [InlineData("\"522401\"&amp;199001011231")]
    [InlineData("CONCATENATE(\"522401\",\"1990\",\"01011231\")")]
    [InlineData("CHAR(53)&amp;\"22401\"&amp;\"199001011231\"")]
    public void Pieces_of_a_formula_are_joined(string formula)
    {
        Sheet($"<c r=\"A1\" t=\"str\"><f>{formula}</f><v>-</v></c>");
        Sheet("", $"<dataValidations><dataValidation sqref=\"A1\"><formula1>{formula}</formula1></dataValidation></dataValidations>");
        Sheet("", $"<conditionalFormatting sqref=\"A1\"><cfRule type=\"cellIs\"><formula>{formula}</formula></cfRule>"
            + "</conditionalFormatting>");
    }

    [Theory]
    [InlineData("<f>A2</f>", "", true)]
    [InlineData("<f>A2</f><v/>", "t=\"n\"", true)]
    [InlineData("<f t=\"shared\" si=\"0\"/>", "", true)]
    [InlineData("<f>A2</f><v>1</v>", "", false)]
    [InlineData("<f>A2</f><v></v>", "t=\"str\"", false)]
    [InlineData("<v>1</v>", "", false)]
    public void A_formula_without_a_result_is_told(string cell, string type, bool isTold)
        => Assert.Equal(isTold, Released(Xlsx($"<c r=\"A1\" {type}>{cell}</c>"), AttachedType.Xlsx).Places(FileTraitKind.Hidden)
            .Any(place => place.EndsWith("公式没有计算结果", StringComparison.Ordinal)));

    [Theory]
    [InlineData("&quot;522401&quot;0", "199001011231")]
    [InlineData("&quot;522401199&quot;000000000", "1011231")]
    [InlineData("\\5\\2\\24\\01&quot;19900&quot;General", "1011231")]
    [InlineData("[Red]&quot;522401&quot;#,##0_);&quot;-&quot;0", "199001011231")]
    [InlineData("0&quot;2401&quot;000000000000", "52199001011231")]
    public void What_a_format_adds_is_read(string format, string value)
        => Sheet($"<c r=\"A1\" s=\"1\"><v>{value}</v></c>", "", Styles(format));

    [Fact]
    public void A_format_of_texts_too()
        => Sheet("<c r=\"A1\" s=\"1\" t=\"str\"><v>199001011231</v></c>", "", Styles("0;0;0;&quot;522401&quot;@"));

    [Theory]
    [InlineData("0.00")]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;")]
    [InlineData("#,##0.00_ ;[Red]-#,##0.00\\ ")]
    public void Usual_formats_add_nothing(string format)
        => Assert.DoesNotContain(Released(Xlsx("<c r=\"A1\" s=\"1\"><v>45000</v></c>", "", Styles(format)), AttachedType.Xlsx).Passages,
            passage => passage.Place.EndsWith("按数字格式显示", StringComparison.Ordinal));

    [Theory]
    [InlineData("&amp;B")]
    [InlineData("&amp;\"宋体,常规\"")]
    [InlineData("&amp;KFF0000")]
    [InlineData("&amp;K01+000")]
    [InlineData("&amp;12 ")]
    public void Codes_of_headers_part_no_number(string code)
        => Sheet("", $"<headerFooter><oddHeader>&amp;C{string.Join(code, Id.ToCharArray())}</oddHeader></headerFooter>");

    [Fact]
    public void Values_of_scenarios_are_joined() => Sheet("", $"<scenarios><scenario name=\"a\"><inputCells r=\"A1\" val=\"{Id[..9]}\"/>"
        + $"<inputCells r=\"A2\" val=\"{Id[9..]}\"/></scenario></scenarios>");

    private static void Sheet(string cells, string after = "", params Beside[] parts)
        => Blocks(Xlsx(cells, after, parts), AttachedType.Xlsx);

    private static Beside Styles(string format) => Part("xl/styles.xml", $"<styleSheet xmlns=\"{PackageFile.Main}\"><numFmts><numFmt "
        + $"numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellStyleXfs><xf numFmtId=\"164\"/></cellStyleXfs><cellXfs><xf/>"
        + "<xf numFmtId=\"164\"/></cellXfs></styleSheet>", "styles");
}
