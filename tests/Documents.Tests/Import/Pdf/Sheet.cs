using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>A page of A4 that is drawn piece by piece; distances are points from the left and lower edges.</summary>
internal sealed class Sheet
{
    private readonly StringBuilder content = new();

    /// <summary>Quarters that a viewer turns the page by, with the clock (/Rotate).</summary>
    public int Quarters { get; init; }

    public string Content => content.ToString();

    /// <summary>A line of Chinese text, letters one em apart.</summary>
    public Sheet Text(double x, double y, string text, double size = 16, string color = "0 g", int mode = 0)
        => Turned(0, x, y, text, size, color, mode);

    /// <summary>A line that runs at an angle, against the clock.</summary>
    public Sheet Turned(double degrees, double x, double y, string text, double size = 16, string color = "0 g", int mode = 0)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        content.Append(string.Create(CultureInfo.InvariantCulture, $"q {color} BT /F1 {size} Tf {mode} Tr "))
            .Append(string.Create(CultureInfo.InvariantCulture, $"{cosine:F6} {sine:F6} {-sine:F6} {cosine:F6} {x} {y} Tm "))
            .Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))).Append("> Tj ET Q\n");
        return this;
    }

    public Sheet Line(double x1, double y1, double x2, double y2) => Draw($"{x1} {y1} m {x2} {y2} l S");

    public Sheet Box(double x, double y, double width, double height, string paint = "S", string color = "0 g")
        => Draw($"q {color} {x} {y} {width} {height} re {paint} Q");

    /// <summary>A table with a line at each of its edges.</summary>
    public Sheet Grid(double[] xs, double[] ys)
    {
        foreach (var y in ys) Line(xs[0], y, xs[^1], y);
        foreach (var x in xs) Line(x, ys[0], x, ys[^1]);
        return this;
    }

    public Sheet Draw(FormattableString operators)
    {
        content.Append(operators.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }
}
