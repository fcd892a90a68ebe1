using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Tests.Domain;

/// <summary>People, cases and decisions for tests of the pure domain.</summary>
internal static class People
{
    public const string Author = "author";
    public const string OwnUnit = "own-unit";
    public static readonly LegalTime Now = new(new DateTimeOffset(2026, 3, 4, 2, 0, 0, TimeSpan.Zero), new DateOnly(2026, 3, 4));
    public const string Cited = "依据毕保函〔2026〕3号（2026年3月4日）";
    public static readonly string Digest = new('d', 64);
    public static readonly RulePacks Packs = RulePacks.Load();

    /// <summary>One person per role in the submitting unit, one elsewhere, and the author, who holds every role.</summary>
    public static readonly IReadOnlyList<Person> Everyone =
    [
        Person(Author, OwnUnit, [.. Roles.All]), .. Roles.All.Select(role => Person($"{role}-1", OwnUnit, role)),
        .. Roles.All.Select(role => Person($"{role}-2", "other-unit", role)),
    ];

    /// <summary>A small bureau: one person to each role, the drafter, somebody who left and the successor, a stand-in of the deputy, and
    /// those who are kept apart.</summary>
    public static readonly IReadOnlyList<Person> SmallBureau =
    [
        Person(Author, OwnUnit, Roles.Officer), Person("officer", OwnUnit, Roles.Officer), Person("head", OwnUnit, Roles.Head),
            Person("other-head", "other-unit", Roles.Head),
        .. new[] { Roles.Office, Roles.Deputy, Roles.Director, Roles.Policy, Roles.Promotion, Roles.Secrecy, Roles.LeadingGroup,
            Roles.LeadingGroupOffice }
        .Select(role => Person(role, "office", role)),
        StandIn("stand-in", "other-unit", Roles.Officer, "deputy", "office", Roles.Deputy),
        StandIn("author-stand-in", "office", Roles.Director, Author, OwnUnit, Roles.Officer),
        Person("left", OwnUnit, Roles.Head) with { Mandates = [], HasLeft = true },
        StandIn("successor", "other-unit", Roles.Officer, "left", OwnUnit, Roles.Head),
        Person("discipline", "office", Roles.Discipline, Roles.Director), Person("system-admin", "office", Roles.SystemAdmin),
        Person("audit-admin", "office", Roles.AuditAdmin),
    ];

    /// <summary>A person with own powers and those of another.</summary>
    public static Person StandIn(string subject, string unit, string role, string principal, string principalUnit, string principalRole)
        => new(subject, subject, "any",
        [new Mandate(subject, subject, unit, new HashSet<string> { role }),
        new Mandate(principal, principal, principalUnit, new HashSet<string> { principalRole })]);

    public static Person Person(string subject, string unit, params string[] roles)
        => new(subject, subject, "any", [new Mandate(subject, subject, unit, roles.ToHashSet())]);

    public static ReviewCase Open(ReviewFlow flow, IReadOnlyList<string>? conditions = null, string author = Author,
        string[]? contributors = null, string? attribute = null, string? ground = null, bool stillUndetermined = false,
        bool unmarked = false, Recusal? recusal = null, Guid? document = null, Guid? subject = null, string kind = "test",
        Snapshot? snapshot = null)
    {
        var submission = new Submission
        {
            CaseId = new CaseId(Guid.CreateVersion7()),
            Authority = "any",
            SubjectKind = kind,
            SubjectId = subject ?? Guid.CreateVersion7(),
            Title = "标题",
            Unit = OwnUnit,
            Author = author,
            ContentDigest = Digest,
            Snapshot = snapshot ?? new Snapshot("正文", []),
            Conditions = conditions ?? [],
            Contributors = contributors ?? [],
            // An attribute to decide about is handed in with a document, or the first reviewer marks it.
            Attribute = attribute ?? (flow.Code == FlowCodes.Attribute && !unmarked ? "on-request" : null),
            Ground = ground,
            SubmittedAt = Now.At,
            StillUndetermined = stillUndetermined,
            DocumentId = document ?? (flow.WithDocument ? Guid.CreateVersion7() : null),
            Recusal = recusal ?? Recusal.Nobody,
        };
        var review = ReviewCase.Open(submission, flow, Now);
        // What goes with a document finds it signed, unless a test names the document itself.
        if (flow.WithDocument && document is null) review.Accompany([Companion(true, CaseState.Approved)]);
        return review;
    }

    /// <summary>The other half of what is signed together.</summary>
    public static Companion Companion(bool isDocument, CaseState state, bool beforeLeader = false, bool earlier = false)
        => new(new CaseId(Guid.CreateVersion7()), isDocument, "标题", "流程", state, state is CaseState.Open or CaseState.Held ? null
        : Now.At.AddHours(earlier ? -1 : 1), beforeLeader, [],
            new Readership(Author, [], OwnUnit, [Roles.Deputy, Roles.Director, Roles.Office, Roles.Head, Roles.LeadingGroup], [],
            Recusal.Nobody));

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

    /// <summary>The same, but only the fullest of each with its secrecy undetermined: the determination comes first, whatever
    /// follows.</summary>
    public static IEnumerable<(RulePack Pack, ReviewFlow Flow, string[] Conditions)> FlowsToExplore(string authority, string flow)
    {
        var all = Flows().Where(f => f.Pack.Authority == authority && f.Flow.Code == flow).ToList();
        return [.. all, (all[^1].Pack, all[^1].Flow, [.. all[^1].Conditions, ReviewConditions.SecrecyUndetermined])];
    }

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
