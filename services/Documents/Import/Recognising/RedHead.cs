using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>发文机关标志: ××文件 in red above the number, of joint organs on lines of their own.</summary>
internal static class RedHead
{
    /// <summary>The lines of red heads in the head of a document.</summary>
    public static IEnumerable<int> In(Outline outline)
    {
        for (var index = 0; index < outline.HeadEnd; index++)
        {
            if (outline[index] != LineKind.Head) continue;
            foreach (var above in Above(outline, index)) yield return above;
            yield return index;
        }
    }

    /// <summary>The joint organs above a 文件 that they share, from top to bottom.</summary>
    public static IReadOnlyList<int> Above(Outline outline, int index)
    {
        var first = index;
        while (first > 0 && outline[first - 1] == LineKind.Words && OrganNames.AllOf(outline.Lines[first - 1].Text).Count > 0) first--;
        return [.. Enumerable.Range(first, index - first)];
    }
}
