using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>What the pages of a PDF draw, and what that costs, before any is drawn: ten forms that each draw the next one ten times are
/// a small file and endless work.</summary>
/// <param name="contents">Objects of the document.</param>
internal sealed class PdfCalls(PdfContents contents)
{
    private const int MaxDepth = 60;
    private const double MaxOperators = 5_000_000;
    private const int MaxLetters = 400_000;

    /// <summary>Instructions that are carried out once more, of all pages.</summary>
    private const double MaxRepeated = 500_000;

    /// <summary>What a call costs besides what it draws, in instructions.</summary>
    private const int Call = 50;

    private readonly HashSet<IndirectReference> seen = [];
    private readonly Dictionary<DictionaryToken, int> resourceNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(IndirectReference Form, int Resources), Cost?> costs = [];
    private double repeated;

    /// <summary>Streams that are the contents of pages.</summary>
    public HashSet<IndirectReference> Pages { get; } = [];

    /// <summary>Forms that pages draw, and forms within these.</summary>
    public HashSet<IndirectReference> Forms { get; } = [];

    /// <summary>Follows all pages.</summary>
    /// <exception cref="BeyondBoundException">To draw them would take too long.</exception>
    public void Read()
    {
        if (contents.Catalog.Data.TryGetValue("Pages", out var pages)) Walk(pages, null, 0);
    }

    /// <summary>What a name among resources stands for.</summary>
    public IndirectReference? Target(DictionaryToken? resources, string name)
        => contents.Entry<DictionaryToken>(resources, "XObject") is { } objects && objects.Data.TryGetValue(name, out var token)
            && token is IndirectReferenceToken reference ? reference.Data : null;

    private void Walk(IToken node, DictionaryToken? inherited, int depth)
    {
        if (node is IndirectReferenceToken reference && !seen.Add(reference.Data)) return;
        if (contents.Resolved(node) is not DictionaryToken dictionary || depth > MaxDepth) return;
        var resources = contents.Entry<DictionaryToken>(dictionary, "Resources") ?? inherited;
        if (contents.Entry<ArrayToken>(dictionary, "Kids") is not { } kids) Page(dictionary, resources);
        else foreach (var kid in kids.Data) Walk(kid, resources, depth + 1);
    }

    private void Page(DictionaryToken page, DictionaryToken? resources)
    {
        if (!page.Data.TryGetValue("Contents", out var token)) return;
        var (total, once, letters) = (0.0, 0.0, 0.0);
        var drawn = new HashSet<(IndirectReference, int)>();
        foreach (var reference in Streams(token))
        {
            Pages.Add(reference);
            if (contents.Words(reference) is not { } words) continue;
            var cost = Of(words, resources, 0);
            total += cost.Operators;
            letters += cost.Letters;
            once += words.Operators + Once(cost, drawn);
        }

        repeated += total - once;
        if (total > MaxOperators || letters > MaxLetters || repeated > MaxRepeated)
            throw new BeyondBoundException("页面内容过于复杂，未能全部检查");
    }

    private IEnumerable<IndirectReference> Streams(IToken token) => token switch
    {
        IndirectReferenceToken reference when contents.Get(reference.Data) is ArrayToken array => Streams(array),
        IndirectReferenceToken reference => [reference.Data],
        ArrayToken array => array.Data.OfType<IndirectReferenceToken>().Select(item => item.Data),
        _ => [],
    };

    private double Once(Cost cost, HashSet<(IndirectReference, int)> drawn)
        => cost.Forms.Where(drawn.Add).Sum(form => costs[form]!.Own + Call + Once(costs[form]!, drawn));

    private Cost Of(ContentWords words, DictionaryToken? resources, int depth)
    {
        if (depth > MaxDepth) throw new BeyondBoundException("图形对象层层嵌套过深，未能检查");
        var forms = new List<(IndirectReference, int)>();
        var (operators, letters) = ((double)words.Operators, (double)words.Letters);
        foreach (var (name, count) in words.Drawn.CountBy(name => name))
        {
            if (Target(resources, name) is not { } form || contents.Get(form) is not StreamToken stream
                || contents.Name(stream.StreamDictionary.Data, "Subtype") == "Image") continue;
            Forms.Add(form);
            // One without resources of its own takes those of who draws it.
            var own = contents.Entry<DictionaryToken>(stream.StreamDictionary, "Resources") ?? resources;
            var key = (form, Number(own));
            if (!costs.TryGetValue(key, out var cost))
            {
                costs[key] = null;
                costs[key] = cost = contents.Words(form) is { } inner ? Of(inner, own, depth + 1) : new Cost(0, 0, 0, []);
            }

            // Still being looked at: it draws itself.
            if (cost is null) throw new BeyondBoundException("图形对象互相引用，未能检查");
            forms.Add(key);
            operators += count * (cost.Operators + Call);
            letters += count * cost.Letters;
        }

        return new(words.Operators, operators, letters, forms);
    }

    private int Number(DictionaryToken? resources)
    {
        if (resources is null) return 0;
        if (!resourceNumbers.TryGetValue(resources, out var number)) resourceNumbers.Add(resources, number = resourceNumbers.Count + 1);
        return number;
    }

    /// <summary>What a stream costs: by itself, and with all that it draws.</summary>
    private sealed record Cost(double Own, double Operators, double Letters, IReadOnlyList<(IndirectReference, int)> Forms);
}
