using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.Rules.Scanning;

namespace Disclosure.Review.Domain.Findings;

/// <summary>Looks through a submission before people do: secrecy marks, personal data, scope, and what should accompany it.</summary>
internal static class Inspection
{
    /// <summary>Findings listed one by one of a kind and field; of more than that the number is said.</summary>
    private const int MaxOfAKind = 20;

    private const string InternalScope = "internal-scope";

    /// <summary>Flows whose subject stays inside: there a mark is a fact to weigh, not an obstacle.</summary>
    private static readonly HashSet<string> Internal = new(StringComparer.Ordinal)
    {
        FlowCodes.Attribute, FlowCodes.Minutes, FlowCodes.OpinionAssessment, FlowCodes.Consultation, FlowCodes.ApplicationRefusal,
    };

    public static IReadOnlyList<Finding> Of(string flow, Submission submission)
    {
        var findings = new List<Finding>();
        var text = submission.Snapshot.Text();
        var isInternal = Internal.Contains(flow);
        findings.AddRange(Secrecy(submission, text, isInternal ? FindingLevel.Warning : FindingLevel.Blocking));
        findings.AddRange(Handling(submission, text, isInternal ? FindingLevel.Note : FindingLevel.Warning));
        if (flow == FlowCodes.Publication) findings.AddRange(Scope(submission).Concat(Companions(submission)));
        findings.AddRange(PersonalData(text, null));
        foreach (var field in submission.Snapshot.Fields) findings.AddRange(PersonalData(field.Value, field.Label));
        return findings;
    }

    private static IEnumerable<Finding> Secrecy(Submission submission, string text, FindingLevel level)
    {
        var marks = Marks("正文", text, level, isBody: true).Concat(Marks("标题", submission.Title, level, isBody: false));
        foreach (var finding in marks) yield return finding;
        foreach (var field in submission.Snapshot.Fields.Where(field => field.Value != submission.Title))
        {
            if (field.Code == SnapshotFields.SecrecyLevel
                && SecrecyMarks.NamesALevel(field.Value)) yield return Marked(field.Label, field.Value, level, null);
            else foreach (var finding in Marks(field.Label, field.Value, level, isBody: false)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Marks(string where, string text, FindingLevel level, bool isBody)
    {
        var marks = SecrecyMarks.Find(text).ToList();
        foreach (var mark in marks.Take(MaxOfAKind)) yield return Marked(where, mark.Text, level, isBody ? mark.Line : null);
        if (marks.Count <= MaxOfAKind) yield break;
        yield return new Finding("secrecy-mark", level, $"{where}另有 {marks.Count - MaxOfAKind} 处密级标志未逐一列出",
            $"{where}共 {marks.Count} 处，以上只列前 {MaxOfAKind} 处。", null);
    }

    private static Finding Marked(string where, string mark, FindingLevel level, int? line)
        => new("secrecy-mark", level, $"{where}带有密级标志“{mark}”", "标有秘密、机密、绝密的内容不得公开，请退回或暂缓并报保密审查。", line);

    /// <summary>The findings after a reviewer has corrected the scope.</summary>
    public static IEnumerable<Finding> AfterScope(IEnumerable<Finding> findings, string flow, string scope)
    {
        var others = findings.Where(finding => finding.Code != InternalScope);
        return flow == FlowCodes.Publication && Codes.Parse<DisclosureScope>(scope) == DisclosureScope.Internal
            ? others.Append(OfScope("内部公开")) : others;
    }

    private static Finding OfScope(string value)
        => new(InternalScope, FindingLevel.Blocking, $"公开范围为“{value}”", "仅在内部公开的信息不能向社会发布。", null);

    private static IEnumerable<Finding> Scope(Submission submission)
        => submission.Snapshot.Fields.Where(field => field is { Code: SnapshotFields.Scope, ValueCode: SnapshotFields.InternalScope })
            .Select(field => OfScope(field.Value));

    private static IEnumerable<Finding> Companions(Submission submission)
    {
        if (submission.Conditions.Contains(ReviewConditions.Major) && !Mentions(submission, SnapshotFields.PreDisclosure))
            yield return new Finding("pre-disclosure-missing", FindingLevel.Warning, "重大事项未见预公开记录", "列入预公开范围的事项须先预公开再作决定，请核实。", null);
        if (PolicyDocuments.HasTitleOfOne(submission.Title) && !Mentions(submission, SnapshotFields.Interpretations)
            && !Mentions(submission, SnapshotFields.Interprets))
            yield return new Finding("interpretation-missing", FindingLevel.Warning, "政策文件未见解读材料", "政策文件与解读方案应一同起草、审签和发布，请核实。", null);
    }

    private static bool Mentions(Submission submission, string code)
        => submission.Snapshot.Fields.Any(field => field.Code == code && field.Value is not ("" or "无"));

    // By kind, the most harmful first; in the order of the text within a kind.
    private static IEnumerable<Finding> PersonalData(string text, string? label)
    {
        var where = label ?? "正文";
        foreach (var kind in SensitiveDataScanner.Scan(text).MostHarmfulFirst())
        {
            foreach (var span in kind.Take(MaxOfAKind))
            {
                yield return new Finding("personal-data", FindingLevel.Warning, $"{where}中疑似有{span.Kind.Name()}",
                    $"{span.Masked}（第 {span.Line} 行）：确需公开的请核对，否则请退回遮盖。", label is null ? span.Line : null);
            }

            var count = kind.Count();
            if (count <= MaxOfAKind) continue;
            yield return new Finding("personal-data", FindingLevel.Warning, $"{where}中另有 {count - MaxOfAKind} 处疑似{kind.Key.Name()}未逐一列出",
                $"{where}共 {count} 处，以上只列前 {MaxOfAKind} 处，其余同样须核对或遮盖。", null);
        }
    }

    // 工作秘密, 内部资料, 此件不公开: what the paper says of itself, for people to weigh.
    private static IEnumerable<Finding> Handling(Submission submission, string body, FindingLevel level)
    {
        // 公开属性 and whatever else is chosen from a list is no text.
        var fields = submission.Snapshot.Fields.Where(field => field.ValueCode is null && field.Value != submission.Title)
            .Select(field => (Where: field.Label, Text: field.Value, IsBody: false));
        foreach (var (where, text, isBody) in fields.Prepend(("标题", submission.Title, false)).Prepend(("正文", body, true)))
        {
            foreach (var kind in HandlingMarks.Find(text).GroupBy(mark => mark.Kind).OrderBy(kind => kind.Key))
            {
                var (first, count) = (kind.First(), kind.Count());
                yield return new Finding("handling-mark", level, $"{where}带有“{first.Text}”的标注" + (count > 1 ? $"，共 {count} 处" : ""),
                    Advice(kind.Key), isBody ? first.Line : null);
            }
        }
    }

    private static string Advice(HandlingKind kind) => kind switch
    {
        HandlingKind.WorkSecret => "工作秘密不得擅自公开（保守国家秘密法第六十四条），请报保密审查。",
        HandlingKind.Withheld => "起草单位标明不予公开，请核对公开属性后再定。",
        HandlingKind.OnApplication => "起草单位标明依申请公开，请核对公开属性后再定。",
        _ => "标明仅供内部使用，请核对能否公开。",
    };
}
