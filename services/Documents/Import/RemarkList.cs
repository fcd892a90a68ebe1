using System.Globalization;

namespace Disclosure.Documents.Import;

/// <summary>Collects remarks: as many of each kind as can be read, and the number of the rest.</summary>
internal sealed class RemarkList
{
    /// <summary>Remarks at most.</summary>
    public const int Most = 50;

    private const int MaxQuote = 20;

    private readonly Dictionary<RemarkKind, (List<string> Words, int Count)> kinds = [];

    public void Add(RemarkKind kind, string words)
    {
        var (list, count) = kinds.GetValueOrDefault(kind, ([], 0));
        // What is said in the same words is said once.
        var known = list.Contains(words);
        if (!known && list.Count < Most) list.Add(words);
        kinds[kind] = (list, known ? count : count + 1);
    }

    /// <summary>The beginning of a text, in quotation marks.</summary>
    public static string Quote(string text, int most = MaxQuote)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = new StringInfo(line);
        return end.LengthInTextElements <= most ? $"“{line}”" : $"“{end.SubstringByTextElements(0, most)}…”";
    }

    /// <summary>The remarks, kind by kind; what is beyond the bound is counted in the last of its kind.</summary>
    public IReadOnlyList<ImportRemark> ToList()
    {
        var each = Most;
        while (each > 1 && kinds.Values.Sum(kind => Math.Min(kind.Count, each + 1)) > Most) each--;
        var remarks = new List<ImportRemark>();
        foreach (var (kind, (words, count)) in kinds)
        {
            remarks.AddRange(words.Take(each).Select(sentence => new ImportRemark(kind.Code, sentence)));
            var rest = count - Math.Min(words.Count, each);
            if (rest > 0) remarks.Add(new(kind.Code, string.Create(CultureInfo.InvariantCulture, $"{kind.Noun}另有 {rest} 处，未逐一列出。")));
        }

        return remarks;
    }
}
