using System.Text;

namespace Disclosure.Runner.Expressions;

/// <summary>A manifest text split into literals and references; <c>{{</c> and <c>}}</c> stand for the braces themselves.</summary>
internal sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    public IEnumerable<Reference> References => Parts.OfType<Reference>();

    /// <summary>Splits a text.</summary>
    /// <exception cref="FormatException">A brace is left open, or a reference does not read <c>{resource.property}</c>.</exception>
    public static Template Parse(string text)
    {
        var parts = new List<TemplatePart>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is not ('{' or '}'))
            {
                literal.Append(c);
            }
            else if (at + 1 < text.Length && text[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{')
            {
                if (literal.Length > 0) parts.Add(new Literal(literal.ToString()));
                literal.Clear();
                var end = text.IndexOf('}', at);
                if (end < 0) throw new FormatException($"'{text}' leaves a brace open.");
                parts.Add(ParseReference(text[(at + 1)..end], text));
                at = end;
            }
            else
            {
                throw new FormatException($"'{text}' closes a brace that it did not open.");
            }
        }

        if (literal.Length > 0) parts.Add(new Literal(literal.ToString()));
        return new Template(parts);
    }

    private static Reference ParseReference(string inside, string text)
    {
        var dot = inside.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < inside.Length - 1
            ? new Reference(inside[..dot], inside[(dot + 1)..])
            : throw new FormatException($"'{{{inside}}}' in '{text}' does not read {{resource.property}}.");
    }
}

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart;

/// <summary>Text as it stands.</summary>
internal sealed record Literal(string Text) : TemplatePart;

/// <summary><c>{Resource.Path}</c>.</summary>
internal sealed record Reference(string Resource, string Path) : TemplatePart
{
    public override string ToString() => $"{{{Resource}.{Path}}}";
}
