using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Docx;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Elements in any order, as broken programs write them, are read as a body or refused, and nothing of them ends in a
/// fault.</summary>
public sealed class DocxDisorderTests
{
    private static readonly string[] Holders =
    [
        "w:p", "w:p", "w:p", "w:r", "w:r", "w:r", "w:tbl", "w:tr", "w:tc", "w:tc", "w:pPr", "w:rPr", "w:tcPr", "w:trPr", "w:sectPr",
            "w:sdt", "w:sdtPr",
        "w:sdtContent", "w:hyperlink r:id=\"r1\"", "w:fldSimple w:instr=\"TOC\"", "w:ins", "w:del", "w:moveTo", "w:txbxContent", "w:ruby",
            "w:rt",
        "w:footnote w:id=\"1\"", "w:numPr", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:oMathPara", "m:f", "m:num",
            "m:den", "m:sSup", "m:e",
        "m:sup", "m:rad", "m:d", "m:r", "m:t", "w:ffData", "w:drawing", "w:object", "w:smartTag", "w:body",
    ];

    private static readonly string[] Leaves =
    [
        "<w:t>文</w:t>", "<w:t>a</w:t>", "<w:t xml:space=\"preserve\"> </w:t>", "<w:tab/>", "<w:br/>", "<w:vanish/>", "<w:strike/>",
            "<w:b/>", "<w:jc w:val=\"center\"/>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
            "<w:instrText>TOC \\o</w:instrText>",
        "<w:instrText>EQ \\f(1,2)</w:instrText>", "<w:instrText>EQ \\o\\ac(</w:instrText>", "<w:instrText>HYPERLINK \"x\"</w:instrText>",
            "<w:vMerge/>",
        "<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"3\"/>", "<w:gridSpan w:val=\"-3\"/>", "<w:hMerge/>",
            "<w:gridBefore w:val=\"2\"/>", "<w:hidden/>", "<w:tblHeader/>",
        "<w:footnoteReference w:id=\"1\"/>", "<w:footnoteReference w:id=\"9\" w:customMarkFollows=\"1\"/>",
            "<w:endnoteReference w:id=\"1\"/>",
        "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"99\"/>", "<w:ilvl w:val=\"-1\"/>", "<w:outlineLvl w:val=\"0\"/>",
            "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>",
        "<w:sym/>", "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", "<w:showingPlcHdr/>", "<w:pStyle w:val=\"1\"/>",
            "<w:checkBox/>",
        "<m:t>1</m:t>", "<m:chr m:val=\"\"/>", "<w:ind w:left=\"x\" w:firstLine=\"99999999999\"/>", "<a:blip/>",
            "<v:textpath string=\"字\"/>", "<w:commentReference/>",
        "<w:framePr w:dropCap=\"drop\"/>", "<o:OLEObject ProgID=\"Equation.3\"/>", "<w:del/>", "<w:noBreakHyphen/>",
            "<w:rStyle w:val=\"无\"/>",
    ];

    [Fact]
    public void No_order_of_elements_confuses_the_reader()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 600; i++)
        {
            var body = Piece(random, 0);
            var outcome = DocxText.Read(WordFile.Of(body,
                ("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1%9%\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"), ("footnotes", Piece(random, 0)),
                ("styles", Piece(random, 2) + "<w:style w:styleId=\"1\"><w:basedOn w:val=\"1\"/></w:style>"),
                    WordFile.Relations(("r1", "hyperlink", "https://a.example"))));
            if (outcome.Value is not { } read) continue;
            var again = Body.Read(read.Body.ToString());
            Assert.True(again.Body?.ToString() == read.Body.ToString(), $"{body}\n{again.Sentence}\n{read.Body}");
        }
    }

    private static string Piece(Random random, int depth)
    {
        var piece = new StringBuilder();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            if (depth > 8 || random.Next(5) < 2)
            {
                piece.Append(random.GetItems(Leaves, 1)[0]);
                continue;
            }

            var holder = random.GetItems(Holders, 1)[0];
            piece.Append('<').Append(holder).Append('>').Append(Piece(random, depth + 1)).Append("</").Append(holder.Split(' ')[0])
                .Append('>');
        }

        return piece.ToString();
    }
}
