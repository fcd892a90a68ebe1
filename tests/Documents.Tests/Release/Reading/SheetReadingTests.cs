using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Xunit;
using static Disclosure.Documents.Tests.Release.Reading.PackageFile;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Whatever an XLSX or PPTX holds is read by the place where a clerk finds it.</summary>
public sealed class SheetReadingTests
{
    private const string Id = Read.Number;

    [Fact]
    public void Rows_are_lines_and_cells_stand_apart()
    {
        var reading = Read.Planted(Xlsx(Rows("姓名,身份证号", $"张三,{Id}")), AttachedType.Xlsx, "工作表‘名单’");
        Assert.Equal(new FilePassage("工作表‘名单’", $"姓名\t身份证号\n张三\t{Id}\n"), reading.Passages.Single(passage
            => passage.Place == "工作表‘名单’"));
        Assert.Empty(reading.Traits);
    }

    [Fact]
    public void The_heading_of_a_column_is_found_above_rows_that_are_not_written()
        => Assert.Contains(Read.Judge(Read.Of(Xlsx("<sheetData><row r=\"1\">" + Cell("C1", "身份证号") + "</row><row r=\"9\">"
            + Cell("A9", "张三") + Cell("C9", "110101199003070135") + "</row></sheetData>"), AttachedType.Xlsx)),
            finding => finding is { Kind: ReleaseKind.LikelyIdentityCard, Spots: [{ Line: 9 }] });

    [Theory]
    [InlineData("13800138000")]
    [InlineData("1.3800138E10")]
    [InlineData("1.3800138000E+10")]
    public void Numbers_are_written_out(string number) => Assert.Contains(Read.Judge(Read.Of(
        Xlsx($"<sheetData><row r=\"1\"><c r=\"A1\"><v>{number}</v></c></row></sheetData>"), AttachedType.Xlsx)),
        finding => finding.Kind == ReleaseKind.MobilePhone);

    [Fact]
    public void Shared_strings_are_read_in_their_cells_and_those_of_no_cell_too()
    {
        var strings = ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><r><t>{Id[..6]}</t></r><r><t>{Id[6..]}</t></r></si></sst>");
        Read.Planted(Xlsx("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>", strings), AttachedType.Xlsx,
            "工作表‘名单’");
        Read.Planted(Xlsx("<sheetData/>", strings), AttachedType.Xlsx, "未使用的共享字符串", FileTraitKind.Hidden);
    }

    [Theory]
    [InlineData("state=\"hidden\"")]
    [InlineData("state=\"veryHidden\"")]
    public void A_hidden_sheet_is_read_and_told(string state) => Assert.Equal(["工作表‘名单’"],
        Read.Planted(Workbook(state, "", Rows(Id)), AttachedType.Xlsx, "工作表‘名单’").Places(FileTraitKind.Hidden));

    [Theory]
    [InlineData("", "hidden=\"1\"", "第 1 行")]
    [InlineData("", "ht=\"0\" customHeight=\"1\"", "第 1 行")]
    [InlineData("<sheetFormatPr zeroHeight=\"1\"/>", "", "第 1 行")]
    [InlineData("<cols><col min=\"1\" max=\"9\" hidden=\"1\"/></cols>", "", "的 C 列")]
    [InlineData("<cols><col min=\"3\" max=\"3\" width=\"0\"/></cols>", "", "的 C 列")]
    public void Hidden_rows_and_columns_that_hold_something_are_told(string before, string row, string place)
        => Assert.Equal([$"工作表‘名单’{place}"],
        Read.Planted(Xlsx($"{before}<sheetData><row r=\"1\" {row}>{Cell("C1", Id)}</row></sheetData>"), AttachedType.Xlsx, "工作表‘名单’")
            .Places(FileTraitKind.Hidden));

    [Fact]
    public void Rows_in_a_row_are_told_once() => Assert.Equal(["工作表‘名单’第 2 至 4 行"], Read.Of(Xlsx("<sheetData>" + string.Concat(
        Enumerable.Range(1, 4).Select(row => $"<row r=\"{row}\" hidden=\"{(row > 1 ? 1 : 0)}\">{Cell($"A{row}", "甲")}</row>"))
        + "</sheetData>"), AttachedType.Xlsx).Places(FileTraitKind.Hidden));

    [Theory]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"甲\"&amp;\"{0}\"</f><v>1</v></c></row></sheetData>", "公式")]
    [InlineData("<dataValidations><dataValidation><formula1>\"甲,{0}\"</formula1></dataValidation></dataValidations>", "设置")]
    [InlineData("<dataValidations><dataValidation prompt=\"{0}\"/></dataValidations>", "设置中的说明")]
    [InlineData("<headerFooter><oddHeader>&amp;L{0}</oddHeader></headerFooter>", "设置")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲\n{0}</t></is></c></row></sheetData>", "多行的单元格")]
    public void So_is_what_stands_behind_the_cells(string sheet, string place)
        => Read.Planted(Xlsx(sheet.Replace("{0}", Id, StringComparison.Ordinal)), AttachedType.Xlsx, place);

    [Fact]
    public void Names_are_read()
        => Read.Planted(Workbook("", $"<definedName name=\"a\">\"{Id}\"</definedName>", "<sheetData/>"), AttachedType.Xlsx, "工作簿设置");

    [Theory]
    [InlineData("xl/comments1.xml",
        "<comments xmlns=\"{1}\"><commentList><comment ref=\"A1\"><text><r><t>{0}</t></r></text></comment></commentList>"
        + "</comments>", "批注", FileTraitKind.Comment)]
    [InlineData("xl/threadedComments/c.xml",
        "<ThreadedComments xmlns=\"t\"><threadedComment><text>{0}</text></threadedComment></ThreadedComments>",
        "批注", FileTraitKind.Comment)]
    [InlineData("xl/pivotCache/r.xml", "<pivotCacheRecords xmlns=\"{1}\"><r><s v=\"张三\"/><s v=\"{0}\"/></r></pivotCacheRecords>", "数据透视表缓存",
        FileTraitKind.Hidden)]
    [InlineData("xl/pivotCache/d.xml",
        "<pivotCacheDefinition xmlns=\"{1}\"><sharedItems><s v=\"{0}\"/></sharedItems></pivotCacheDefinition>",
        "数据透视表缓存", FileTraitKind.Hidden)]
    [InlineData("xl/externalLinks/e.xml", "<externalLink xmlns=\"{1}\"><cell r=\"A1\"><v>{0}</v></cell></externalLink>", "外部工作簿的缓存",
        FileTraitKind.ExternalData)]
    [InlineData("xl/connections.xml", "<connections xmlns=\"{1}\"><connection><dbPr connection=\"{0}\"/></connection></connections>",
        "数据连接",
        FileTraitKind.ExternalData)]
    [InlineData("xl/worksheets/lost.xml",
        "<worksheet xmlns=\"{1}\"><sheetData><row><c t=\"str\"><v>{0}</v></c></row></sheetData></worksheet>",
        "lost.xml", FileTraitKind.Hidden)]
    public void Parts_beside_the_sheets_are_read_and_told(string part, string form, string place, FileTraitKind trait)
        => Read.Planted(Xlsx("<sheetData/>", (part, form.Replace("{0}", Id, StringComparison.Ordinal).Replace("{1}", Main,
            StringComparison.Ordinal))), AttachedType.Xlsx, place, trait);

    [Fact]
    public void A_mark_in_a_cell_blocks() => Assert.Contains(Read.Judge(Read.Of(Xlsx(Rows("张三,机密,甲")), AttachedType.Xlsx)),
        finding => finding is { Kind: ReleaseKind.SecrecyMark, Level: ReleaseLevel.Block });

    [Fact]
    public void A_hundred_thousand_rows_are_read()
    {
        var rows = Enumerable.Range(1, 100_000).Select(row => $"甲,乙{row},丙,丁,戊").Append($"己,{Id}").ToArray();
        var start = Environment.TickCount64;
        var reading = Read.Of(Xlsx(Rows(rows)), AttachedType.Xlsx);
        Assert.EndsWith($"己\t{Id}\n", reading.Passages.Single(passage => passage.Place == "工作表‘名单’").Text, StringComparison.Ordinal);
        Assert.InRange(Environment.TickCount64 - start, 0, 10_000);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("show=\"0\"", FileTraitKind.Hidden)]
    public void Slides_are_read_and_hidden_ones_told(string attributes, FileTraitKind? trait)
        => Assert.Equal(trait is not null, Read.Planted(Pptx(Id, attributes), AttachedType.Pptx, "第 1 张幻灯片", trait).Traits.Count > 0);

    [Theory]
    [InlineData("ppt/notesSlides/n.xml", "notes", "备注", FileTraitKind.Comment)]
    [InlineData("ppt/slideMasters/m.xml", "sldMaster", "母版", null)]
    [InlineData("ppt/slides/slide9.xml", "sld", "slide9.xml", FileTraitKind.Hidden)]
    public void So_are_notes_masters_and_slides_of_no_show(string part, string root, string place, FileTraitKind? trait)
        => Read.Planted(Pptx("甲", "", (part, Slide(root, "甲" + Id))), AttachedType.Pptx, place, trait);

    [Fact]
    public void Comments_of_a_presentation_are_read_and_told() => Read.Planted(Pptx("甲", "", ("ppt/comments/c.xml",
        $"<p:cmLst xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cm><p:text>{Id}</p:text></p:cm></p:cmLst>")),
        AttachedType.Pptx, "批注", FileTraitKind.Comment);
}
