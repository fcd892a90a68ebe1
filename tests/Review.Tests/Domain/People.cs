using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Tests.Domain;

/// <summary>People, cases and decisions for tests of the pure domain.</summary>
internal static class People
{
    public const string Author = "author";
    public const string OwnUnit = "own-unit";
    public static readonly Moment Now = new(new DateTimeOffset(2026, 3, 4, 2, 0, 0, TimeSpan.Zero), new DateOnly(2026, 3, 4));
    public const string Cited = "依据毕保函〔2026〕3号（2026年3月4日）";
    public static readonly string Digest = new('d', 64);
    public static readonly RulePacks Packs = RulePacks.Load();

    /// <summary>One person per role in the submitting unit, two elsewhere, and the author, who holds every role.</summary>
    public static readonly IReadOnlyList<Reviewer> Everyone =
    [
        Person(Author, OwnUnit, [.. Roles.All]), .. Roles.All.Select(role => Person($"{role}-1", OwnUnit, role)),
        .. Roles.All.Select(role => Person($"{role}-2", "other-unit", role)), .. Roles.All.Select(role => Person($"{role}-3", OwnUnit, role)),
    ];

    public static Reviewer Person(string subject, string unit, params string[] roles)
        => new(subject, subject, "any", [new Mandate(subject, subject, unit, roles.ToHashSet())]);

    public static ReviewCase Open(ReviewFlow flow, IReadOnlyList<string>? conditions = null, string author = Author,
        string[]? contributors = null, string? attribute = null, string? ground = null, bool stillUndetermined = false)
    {
        var submission = new Submission
        {
            CaseId = new CaseId(Guid.CreateVersion7()),
            Authority = "any",
            SubjectKind = "test",
            SubjectId = Guid.CreateVersion7(),
            Title = "标题",
            Unit = OwnUnit,
            Author = author,
            ContentDigest = Digest,
            Snapshot = new Snapshot("正文", []),
            Conditions = conditions ?? [],
            Contributors = contributors ?? [],
            Attribute = attribute,
            Ground = ground,
            SubmittedAt = Now.At,
            StillUndetermined = stillUndetermined,
        };
        return ReviewCase.Open(submission, flow, Now);
    }

    public static Decision Decision(ReviewCase review, string step, StepOutcome outcome) => new()
    {
        Step = step,
        Outcome = outcome,
        Digest = review.ContentDigest,
        Reason = outcome == StepOutcome.Approve && !review.Steps.Any(s => s.Code == step && s.RecordsAnAnswer) ? null : Cited,
        Checklist = [.. review.Checklist.Select(question => question.Code)],
    };

    /// <summary>The same, each once more with its secrecy undetermined.</summary>
    public static IEnumerable<(RulePack Pack, ReviewFlow Flow, string[] Conditions)> FlowsAndUndetermined()
        => Flows().SelectMany(f => new[] { f, (f.Pack, f.Flow, [.. f.Conditions, ReviewConditions.SecrecyUndetermined]) });

    /// <summary>Every flow of the five packs, with every set of conditions that switches its steps differently.</summary>
    public static IEnumerable<(RulePack Pack, ReviewFlow Flow, string[] Conditions)> Flows()
        => from pack in Packs.All
           from flow in pack.Flows
           from conditions in Subsets([.. flow.Steps.SelectMany(step => step.When).Distinct()])
           where flow.Steps.Any(step => step.When.Count == 0 || step.When.Intersect(conditions).Any())
           select (pack, flow, conditions);

    private static IEnumerable<string[]> Subsets(string[] all)
        => Enumerable.Range(0, 1 << all.Length).Select(bits => all.Where((_, i) => (bits & (1 << i)) != 0).ToArray());
}
