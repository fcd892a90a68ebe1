using System.Text;
using Disclosure.Rules.Scanning;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>Writes a line and remembers where its numbers stand.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder text = new();
    private readonly List<Planted> planted = [];

    public LineWriter Say(string words)
    {
        this.text.Append(words);
        return this;
    }

    public LineWriter Plant(SensitiveKind kind, (string Text, string Separator, string Form) number)
    {
        this.planted.Add(new(kind, this.text.Length, number.Text.Length, number.Separator, number.Form));
        this.text.Append(number.Text);
        return this;
    }

    public LabelledLine Line(string origin) => new(this.text.ToString(), this.planted, origin);
}
