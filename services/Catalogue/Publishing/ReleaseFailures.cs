using Disclosure.Documents.Release;
using Disclosure.Kernel;

namespace Disclosure.Catalogue.Publishing;

/// <summary>What the release gate refuses, as people read it.</summary>
internal static class ReleaseFailures
{
    /// <summary>Findings that are named; the page of the item lists all of them.</summary>
    private const int MaxNamed = 5;

    /// <summary>Fields of an item by the place of a finding; a file's place begins with its own word.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [SnapshotFields.Title] = "title",
        [CandidateTexts.Body] = "body",
        [SnapshotFields.Summary] = "summary",
        [SnapshotFields.Keywords] = "keywords",
        [SnapshotFields.DocumentNumber] = "documentNumber",
        [SnapshotFields.IssuingOrgan] = "issuingOrgan",
        [SnapshotFields.PreDisclosure] = "preDisclosure",
    };

    /// <summary>It has in it what nobody can release.</summary>
    /// <param name="blocking">Findings, at least one.</param>
    public static Failure IsBlocked(IReadOnlyList<ReleaseFinding> blocking)
        => new(FailureKind.Conflict, "release-is-blocked", "有不得公开的内容，不能送审", Advice(blocking))
        {
            Errors = blocking.GroupBy(finding => Fields.GetValueOrDefault(finding.Place, "attachments"))
                .ToDictionary(place => place.Key, place => place.Select(InWords).ToArray()),
        };

    /// <summary>Why approved content was not published after all.</summary>
    /// <param name="obstacles">What keeps it, at least one.</param>
    public static string NotPublished(IReadOnlyList<ReleaseFinding> obstacles)
        => $"发布前检查发现审核中没有确认过的内容，没有发布：{Named(obstacles)}。请核对、遮盖后重新送审；确需公开的，由审核人逐项说明理由。";

    private static string Named(IReadOnlyList<ReleaseFinding> findings)
        => string.Join("；", findings.Take(MaxNamed).Select(InWords)) + (findings.Count > MaxNamed ? $"；等 {findings.Count} 项" : "");

    private static string Advice(IReadOnlyList<ReleaseFinding> findings)
        => string.Concat(findings.Select(finding => finding.Kind.Advice(finding.Level)).Distinct().Take(2));

    private static string InWords(ReleaseFinding finding)
        => $"{(finding.IsOfFile ? $"附件“{finding.Label}”" : finding.Label)}中有{finding.Kind.Name()}{First(finding)}"
            + (finding.Count > 1 ? $"，共 {finding.Count} 处" : "");

    /// <summary>The first find; of a text without its line, which the box of the drafter counts otherwise.</summary>
    private static string First(ReleaseFinding finding) => finding.Spots.Count == 0 ? ""
        : $"：{(finding.IsOfFile ? finding.Spots[0] : finding.Spots[0] with { Line = null })}";
}
