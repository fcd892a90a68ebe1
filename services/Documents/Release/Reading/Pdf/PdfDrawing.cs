using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Draws the letters of one content stream with its own fonts, and of no other that it calls: each is drawn by itself, so that
/// calls within calls cost nothing.</summary>
internal sealed class PdfDrawing : BaseStreamProcessor<IReadOnlyList<Drawn>>
{
    private const int MaxLetters = 100_000;

    private static readonly ParsingOptions Options = new() { SkipMissingFonts = true, UseLenientParsing = true };
    private static readonly CropBox Box = new(new PdfRectangle(0, 0, 10_000, 10_000));

    private readonly List<Drawn> letters = [];

    private PdfDrawing(PdfTools tools) : base(1, tools.Store, tools.Scanner, tools.Parser, tools.Filters, Box, UserSpaceUnit.Default,
        new PageRotationDegrees(0), TransformationMatrix.Identity, Options)
    {
    }

    /// <summary>Letters of a content stream.</summary>
    /// <param name="tools">Those of the document.</param>
    /// <param name="content">The instructions.</param>
    /// <param name="resources">Where its fonts are; null where it names none.</param>
    public static IReadOnlyList<Drawn> Of(PdfTools tools, ReadOnlyMemory<byte> content, DictionaryToken? resources)
    {
        if (resources is not null) tools.Store.LoadResourceDictionary(resources);
        try
        {
            var operations = tools.Parser.Parse(1, new MemoryInputBytes(content), Options.Logger);
            return new PdfDrawing(tools).Process(1, operations);
        }
        finally
        {
            if (resources is not null) tools.Store.UnloadResourceDictionary();
        }
    }

    public override IReadOnlyList<Drawn> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return letters;
    }

    public override void RenderGlyph(IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code,
        string unicode, long currentOffset, in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        if (letters.Count >= MaxLetters) throw new BeyondBoundException("文字过多，未能全部检查");
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(
            new PdfPoint(characterBoundingBox.Width, 0))));
        letters.Add(new(unicode ?? "", font.Name?.Data ?? "", pointSize, start, end));
    }

    public override void ApplyXObject(NameToken xObjectName)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }
}
