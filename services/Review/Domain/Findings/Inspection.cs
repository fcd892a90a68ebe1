using Disclosure.Contracts.Review.Api;
using Disclosure.Documents.Release;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.Rules.Scanning;

namespace Disclosure.Review.Domain.Findings;

/// <summary>Looks through a submission before people do: what the release gate (放行检查) finds in it, scope, and what should accompany
/// it.</summary>
internal static class Inspection
{
    private const string InternalScope = "internal-scope";

    /// <summary>Flows whose subject stays inside: there a mark is a fact to weigh, not an obstacle.</summary>
    private static readonly HashSet<string> Internal = new(StringComparer.Ordinal)
    {
        FlowCodes.Attribute, FlowCodes.Minutes, FlowCodes.OpinionAssessment, FlowCodes.Consultation, FlowCodes.ApplicationRefusal,
    };

    public static IReadOnlyList<Finding> Of(string flow, Submission submission)
    {
        var isInternal = Internal.Contains(flow);
        var findings = ReleaseGate.Judge(new ReleaseCandidate(Texts(submission), []), isInternal ? Audience.Internal : Audience.Public)
            .Select(Read).Concat(NamedLevels(submission)).Concat(InFiles(submission.Snapshot.Files))
            .Concat(Compared(submission.Snapshot))
            .DistinctBy(finding => finding.Key).Select(finding => isInternal ? Inside(finding) : finding);
        if (flow == FlowCodes.Publication) findings = findings.Concat(Scope(submission)).Concat(Companions(submission));
        return [.. findings];
    }

    /// <summary>The findings after a reviewer has corrected the scope.</summary>
    public static IEnumerable<Finding> AfterScope(IEnumerable<Finding> findings, string flow, string scope)
    {
        var others = findings.Where(finding => finding.Code != InternalScope);
        return flow == FlowCodes.Publication && Codes.Parse<DisclosureScope>(scope) == DisclosureScope.Internal
            ? others.Append(OfScope("内部公开")) : others;
    }

    /// <summary>Every text that would be read. 公开属性 and whatever else is chosen from a list is no text; a level that is named is
    /// found below.</summary>
    private static IReadOnlyList<CandidateText> Texts(Submission submission) => CandidateTexts.Of(submission.Title,
        submission.Snapshot.Body, submission.Snapshot.Fields.Select(field => new CandidateText(field.Code, field.Label, field.Value,
            field.ValueCode is not null || NamesALevel(field))));

    private static Finding Read(ReleaseFinding found)
        => Made(found.Key, found.Label, found.Kind, Level(found.Level), found.Count,
            [.. found.Spots.Select(spot => new Spot(spot.Words, Where(spot)))],
            found.Place == CandidateTexts.Body ? found.Spots.Select(spot => spot.Line).FirstOrDefault() : null);

    private static string Where(ReleaseSpot spot) => spot switch
    {
        { Where.Length: > 0 } => spot.Where,
        { Line: { } line } => $"第 {line} 行",
        _ => "",
    };

    private static FindingLevel Level(ReleaseLevel level) => level switch
    {
        ReleaseLevel.Block => FindingLevel.Blocking,
        ReleaseLevel.Answer => FindingLevel.Warning,
        _ => FindingLevel.Note,
    };

    /// <summary>密级: in its own field the word alone is a mark.</summary>
    private static IEnumerable<Finding> NamedLevels(Submission submission) => submission.Snapshot.Fields.Where(NamesALevel)
        .Select(field => Made($"{field.Code}/{Codes.Of(ReleaseKind.SecrecyMark)}", field.Label, ReleaseKind.SecrecyMark,
            FindingLevel.Blocking, 1, [new Spot(field.Value, "")]));

    private static bool NamesALevel(SnapshotLine field)
        => field.Code == SnapshotFields.SecrecyLevel && SecrecyMarks.NamesALevel(field.Value);

    private static IEnumerable<Finding> InFiles(IEnumerable<AttachedFile> files)
        => files.SelectMany(file => file.Findings.Select(found => Told(found, $"附件“{file.Name}”")));

    /// <summary>拼图 in the texts: only the owner knows what is public.</summary>
    private static IEnumerable<Finding> Compared(Snapshot snapshot)
        => snapshot.Compared.Select(found => Told(found, Place(found.Key) switch
        {
            CandidateTexts.Body => "正文",
            SnapshotFields.Title => "标题",
            var code => snapshot.Fields.FirstOrDefault(field => field.Code == code)?.Label ?? code,
        }));

    private static string Place(string key) => key[..Math.Max(0, key.LastIndexOf('/'))];

    /// <summary>What the owner found. A kind that this service does not know yet is for people to look at, or blocks, as the owner
    /// says.</summary>
    private static Finding Told(OwnerFinding found, string where)
        => Made(found.Key, where, Codes.Parse<ReleaseKind>(found.Kind) ?? ReleaseKind.Embedded,
            found.Blocks ? FindingLevel.Blocking : FindingLevel.Warning, found.Count,
            [.. found.Spots.Take(ReleaseFinding.MaxSpots).Select(spot => new Spot(spot, ""))]);

    private static Finding Made(string key, string where, ReleaseKind kind, FindingLevel level, int count, IReadOnlyList<Spot> spots,
        int? line = null)
    {
        var words = spots.Select(spot => spot.Words).ToList();
        return new Finding(FindingWords.Code(kind), level, FindingWords.Title(where, kind, count, words.FirstOrDefault() ?? ""),
            FindingWords.Detail(kind, level, words), line)
        {
            Key = key,
            Name = FindingWords.Name(where, kind),
            Count = count,
            Spots = spots,
        };
    }

    /// <summary>Where the subject stays inside, nothing blocks and nothing waits for an answer.</summary>
    private static Finding Inside(Finding finding) => finding with
    {
        Key = null,
        Name = "",
        Level = finding.Code is "secrecy-mark" or "personal-data" ? FindingLevel.Warning : FindingLevel.Note,
    };

    private static Finding OfScope(string value)
        => new(InternalScope, FindingLevel.Blocking, $"公开范围为“{value}”", "仅在内部公开的信息不能向社会发布。");

    private static IEnumerable<Finding> Scope(Submission submission)
        => submission.Snapshot.Fields.Where(field => field is { Code: SnapshotFields.Scope, ValueCode: SnapshotFields.InternalScope })
            .Select(field => OfScope(field.Value));

    private static IEnumerable<Finding> Companions(Submission submission)
    {
        if (submission.Conditions.Contains(ReviewConditions.Major) && !Mentions(submission, SnapshotFields.PreDisclosure))
            yield return new Finding("pre-disclosure-missing", FindingLevel.Warning, "重大事项未见预公开记录", "列入预公开范围的事项须先预公开再作决定，请核实。");
        if (PolicyDocuments.HasTitleOfOne(submission.Title) && !Mentions(submission, SnapshotFields.Interpretations)
            && !Mentions(submission, SnapshotFields.Interprets))
            yield return new Finding("interpretation-missing", FindingLevel.Warning, "政策文件未见解读材料", "政策文件与解读方案应一同起草、审签和发布，请核实。");
    }

    private static bool Mentions(Submission submission, string code)
        => submission.Snapshot.Fields.Any(field => field.Code == code && field.Value is not ("" or "无"));
}
