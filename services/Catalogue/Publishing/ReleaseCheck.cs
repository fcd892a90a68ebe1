using Disclosure.Catalogue.Attachments;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Mosaic;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;

namespace Disclosure.Catalogue.Publishing;

/// <summary>放行检查 of an item: what the release gate says of the text, the fields and the files that citizens would get.</summary>
internal sealed class ReleaseCheck(FileJudge files, RulePacks packs, AuthorityCalendars calendars)
{
    /// <summary>Letters of the version shown that a new one is compared with; where it has more, a person compares.</summary>
    private const int MostCompared = 5_000_000;

    /// <summary>Judges the item as it stands, before anything is locked: a file that was not judged lately takes a second.</summary>
    public async Task<JudgedRelease> JudgeAsync(CatalogueDb db, Item item, CancellationToken cancellation)
    {
        var content = item.Content;
        var snapshot = await ReviewSnapshots.OfAsync(db, calendars.Of(item.Authority), item, packs[item.Authority], cancellation);
        var (published, isWhole) = await PublishedAsync(db, item, cancellation);
        var texts = CandidateTexts.Of(content.Title, content.Body, snapshot.Fields
            .Select(field => new CandidateText(field.Code, field.Label, field.Value, field.ValueCode is not null)));
        List<ReleaseFinding> findings = [.. ReleaseGate.Judge(new ReleaseCandidate(texts, []) { Published = published }, Audience.Public)];
        if (!isWhole) findings.Add(NotCompared);
        var found = new IReadOnlyList<ReleaseFinding>[content.Attachments.Count];
        await Parallel.ForAsync(0, found.Length, cancellation,
            async (at, ending) => found[at] = await files.OfAsync(content.Attachments[at], published, ending));
        return new JudgedRelease(content.Digest(), snapshot, [.. findings, .. found.SelectMany(one => one)]);
    }

    /// <summary>The snapshot with what Review does not find itself: the files, and what only their owner can compare.</summary>
    public static ReviewSnapshot Told(JudgedRelease judged, ItemContent content) => judged.Snapshot with
    {
        Files = Files(content, judged.Findings),
        Compared = judged.Findings.Where(finding => finding is { Kind: ReleaseKind.Mosaic, IsOfFile: false }).Select(Told).ToList()
            is { Count: > 0 } compared ? compared : null,
    };

    private static ReleaseFinding NotCompared => new(CandidateTexts.Body, "正文", ReleaseKind.Mosaic, ReleaseLevel.Answer, 1,
        [new ReleaseSpot("公开版本的附件文字过多，没有全部对照，请人工对照遮盖之处", "", null)]);

    private static IReadOnlyList<SnapshotFile>? Files(ItemContent content, IReadOnlyList<ReleaseFinding> findings)
        => content.Attachments.Count == 0 ? null : [.. content.Attachments.Select(file => new SnapshotFile(file.Name,
            AttachedTypes.MediaType(file.Type), file.Size, file.Digest,
            [.. findings.Where(finding => finding.Place == ReleaseFinding.PlaceOf(file.Digest)).Select(Told)]))];

    private static SnapshotFinding Told(ReleaseFinding finding) => new(finding.Key, Codes.Of(finding.Kind),
        finding.Level == ReleaseLevel.Block, finding.Count, [.. finding.Spots.Select(spot => spot.ToString())]);

    private async Task<(IReadOnlyList<PublishedText> Texts, bool IsWhole)> PublishedAsync(CatalogueDb db, Item item,
        CancellationToken cancellation)
    {
        if (!item.IsPublic || await db.ShownAsync(item.Id, cancellation) is not { } shown) return ([], true);
        var texts = new List<PublishedText> { new("公开的版本", string.Join('\n', shown.Content.Texts())) };
        var left = MostCompared - texts[0].Text.Length;
        foreach (var file in shown.Content.Attachments)
        {
            // A file that both versions carry says the same in both.
            if (item.Content.Attachments.Exists(one => one.Digest == file.Digest)) continue;
            if (await files.TextAsync(file, cancellation) is not { } text) continue;
            if ((left -= text.Length) < 0) return (texts, false);
            texts.Add(new PublishedText(file.Name, text));
        }

        return (texts, true);
    }
}

/// <summary>What the gate says of an item.</summary>
/// <param name="Digest">Digest of the content that was judged; of any other it says nothing.</param>
/// <param name="Snapshot">What reviewers read of it: the places that they answer for are those of its fields.</param>
/// <param name="Findings">Findings by place.</param>
internal sealed record JudgedRelease(string Digest, ReviewSnapshot Snapshot, IReadOnlyList<ReleaseFinding> Findings);
