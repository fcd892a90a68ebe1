using System.Globalization;

namespace Disclosure.Documents.Import;

/// <summary>Collects remarks: as many of each kind as can be read, and the number of the rest.</summary>
internal sealed class RemarkList
{
    /// <summary>Remarks at most.</summary>
    public const int Most = 50;

    private const int MaxQuote = 20;

    private readonly Dictionary<RemarkKind, (List<(int Order, string Words)> Said, int Count)> kinds = [];
    private int order;

    public void Add(RemarkKind kind, string words)
    {
        var (said, count) = kinds.GetValueOrDefault(kind, ([], 0));
        // What is said in the same words is said once.
        var isKnown = said.Exists(remark => remark.Words == words);
        if (!isKnown && said.Count < Most) said.Add((order++, words));
        kinds[kind] = (said, isKnown ? count : count + 1);
    }

    /// <summary>The beginning of a text, in quotation marks.</summary>
    public static string Quote(string text, int most = MaxQuote)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = new StringInfo(line);
        return end.LengthInTextElements <= most ? $"“{line}”" : $"“{end.SubstringByTextElements(0, most)}…”";
    }

    /// <summary>The remarks in the order of the text; those of a kind beyond the bound are counted behind its last.</summary>
    public IReadOnlyList<ImportRemark> ToList()
    {
        var each = Most;
        while (each > 1 && kinds.Values.Sum(kind => Math.Min(kind.Count, each + 1)) > Most) each--;
        var remarks = new List<(int Order, ImportRemark Remark)>();
        foreach (var (kind, (said, count)) in kinds)
        {
            var shown = Math.Min(said.Count, each);
            remarks.AddRange(said.Take(shown).Select(remark => (remark.Order, new ImportRemark(kind.Code, remark.Words))));
            if (count > shown) remarks.Add((said[shown - 1].Order,
                new(kind.Code, string.Create(CultureInfo.InvariantCulture, $"{kind.Noun}另有 {count - shown} 处，未逐一列出。"))));
        }

        return [.. remarks.OrderBy(remark => remark.Order).Select(remark => remark.Remark)];
    }
}
