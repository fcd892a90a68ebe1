using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Facts;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Catalogue.Domain;

/// <summary>Identity of an item, UUIDv7.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct ItemId(Guid Value)
{
    public static ItemId New() => new(Guid.CreateVersion7());
}

/// <summary>An information item (政府信息条目): the working content, its way through review, and its public number.</summary>
internal sealed partial class Item : IAggregate, IStatesFacts
{
    private readonly List<FactEntry> stated = [];

    List<FactEntry> IStatesFacts.Stated => stated;

    private Item()
    {
    }

    public ItemId Id { get; private set; }

    public string Authority { get; private set; } = "";

    /// <summary>责任单位.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Subject claim of the drafter (信息员).</summary>
    public string Author { get; private set; } = "";

    public string AuthorName { get; private set; } = "";

    /// <summary>Subject claims of everybody who wrote or submitted the content, the drafter first: none of them may approve it (invariant
    /// 9).</summary>
    public IReadOnlyList<string> Contributors { get; private set; } = [];

    public ItemState State { get; private set; }

    /// <summary>The working content; equals the shown content only while <see cref="ItemState.Published"/>.</summary>
    public ItemContent Content { get; private set; } = null!;

    /// <summary>Every item that the working content names, so that it is found from there.</summary>
    public List<Guid> Companions { get; private set; } = [];

    /// <summary>What could not be carried over from the file it was imported from, sentences for its drafter (导入说明).</summary>
    public IReadOnlyList<string> ImportRemarks { get; private set; } = [];

    /// <summary>Title of the version that was published last; the working title is nobody's who may not see the item.</summary>
    public string? PublishedTitle { get; private set; }

    /// <summary>Category of the version that was published last.</summary>
    public string? PublishedCategory { get; private set; }

    /// <summary>Whether citizens may read a version of it.</summary>
    public bool IsPublic => Revision > 0 && State != ItemState.Withdrawn;

    /// <summary>The open or last review case.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Digest of what was submitted last.</summary>
    public string? SubmittedDigest { get; private set; }

    public string? LastReason { get; private set; }

    /// <summary>The public number <c>yyyy-nnnnn</c>; given once, at the first publication.</summary>
    public string? Number { get; private set; }

    /// <summary>索引号, never reused.</summary>
    public string? IndexNumber { get; private set; }

    /// <summary>Number of publications; 1 after the first.</summary>
    public int Revision { get; private set; }

    /// <summary>Legal day of the first publication; null before it.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public int Version { get; private set; }

    Guid IAggregate.Key => Id.Value;

    /// <summary>起草: the unit of the powers used becomes the responsible one. What somebody drafts in another's place is the other's
    /// draft, and stays when the powers have ended.</summary>
    public static (Item Item, AuditFact Fact) Draft(Actor author, ItemContent content, DateTimeOffset now,
        IReadOnlyList<string>? importRemarks = null)
    {
        var item = new Item
        {
            Id = ItemId.New(),
            Authority = author.Authority,
            Unit = author.Unit!,
            Author = author.OnBehalfOf ?? author.Subject,
            AuthorName = author.OnBehalfOfName ?? author.Name,
            Contributors = Hands(author),
            Content = content,
            Companions = content.Companions(),
            ImportRemarks = importRemarks ?? [],
            State = ItemState.Draft,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return (item, item.Fact(ItemActs.Drafted, author));
    }

    /// <summary>修改草稿.</summary>
    public Verdict Edit(Actor editor, ItemContent content, DateTimeOffset now)
    {
        if (!State.IsEditable()) return ItemFailures.NotEditable(State);
        Content = content;
        Companions = content.Companions();
        Contributed(editor);
        UpdatedAt = now;
        return Fact(ItemActs.Edited, editor);
    }

    /// <summary>Hands the content to review (送审); from here to the conclusion nobody may change it.</summary>
    public Verdict Submit(Actor submitter, Guid caseId, DateTimeOffset now)
    {
        if (ObstacleToSubmission(LegalDay.Of(now)) is { } obstacle) return obstacle;
        Contributed(submitter);
        State = ItemState.InReview;
        CaseId = caseId;
        SubmittedDigest = Content.Digest();
        LastReason = null;
        UpdatedAt = now;
        return Fact(ItemActs.Submitted, submitter);
    }

    /// <summary>Why the item cannot be handed to review as it stands; null where it can.</summary>
    public Failure? ObstacleToSubmission(DateOnly today) => !State.IsEditable() ? ItemFailures.NotEditable(State)
        : PublicationRules.ObstacleToReview(Content) is { } obstacle ? obstacle
        : HoldsFoundSecret ? ItemFailures.WasFoundSecret
        // What is still open to opinions is not decided (重大行政决策事项预公开制度 一).
        : Content.PreDisclosedTo >= today ? ItemFailures.PreDisclosureIsRunning
        : null;

    /// <summary>Whether a conclusion of this case concerns the item as it stands; an older case's does not.</summary>
    public bool Awaits(Guid caseId) => State == ItemState.InReview && CaseId == caseId;

    /// <summary>Whether exactly the content under review was approved, with nothing but the reviewers' corrections (invariant 1).</summary>
    public bool Matches(string approvedDigest, IReadOnlyList<ReviewerChange> changes)
        => SubmittedDigest is not null && SubmittedDigest == Content.Digest() && approvedDigest == ReviewedDigest
        .After(SubmittedDigest, changes);

    /// <summary>Takes over what reviewers corrected within their powers.</summary>
    public void Correct(IReadOnlyList<ReviewerChange> changes)
        => Content = changes.Aggregate(Content, (content, change) => content.With(change));

    /// <summary>退回: the author may correct and submit again.</summary>
    public AuditFact Return(Actor who, string? reason, DateTimeOffset now) => End(ItemState.Returned, ItemActs.Returned, who, reason, now);

    /// <summary>不予通过.</summary>
    public AuditFact Reject(Actor who, string? reason, DateTimeOffset now) => End(ItemState.Rejected, ItemActs.Rejected, who, reason, now);

    /// <summary>撤回送审: the author took the submission back.</summary>
    public AuditFact Recall(Actor who, DateTimeOffset now) => End(ItemState.Draft, ItemActs.Recalled, who, LastReason, now);

    /// <summary>The approved content could not be published: the item waits, and says so to whoever looks at it.</summary>
    public Verdict PublicationFailed(Actor who, DateTimeOffset now)
    {
        if (State != ItemState.InReview) return Verdict.Nothing;
        return End(ItemState.InReview, ItemActs.PublicationFailed, who, "审核已经结束，但结果没能办理，已通知系统管理员；排除故障后会自动办理，不需要重新送审。", now);
    }

    /// <summary>Publishes the approved content (发布); the first time under a new number.</summary>
    /// <param name="who">Who carries the approval out.</param>
    /// <param name="number">The number of a first publication; null for a later one, which keeps its own.</param>
    /// <param name="now">When.</param>
    public AuditFact Publish(Actor who, PublicNumber? number, DateTimeOffset now)
    {
        if (Number is null) (Number, IndexNumber) = (number!.Number, number.IndexNumber);
        State = ItemState.Published;
        Cleared();
        LastReason = null;
        PublishedTitle = Content.Title;
        Revision++;
        UpdatedAt = now;
        PublishedOn ??= LegalDay.Of(now);
        PublishedCategory = Content.Category;
        Count(Revision > 1 ? new ItemRevisedFact(Content.Category, Revision, null) : new ItemPublishedFact(Content.Category,
            Content.Attribute, Content.Scope, Content.Channels, Content.ProducedOn, null, Content.Interprets?.Count ?? 0,
            Content.PreDisclosedFrom is not null), now);
        return Fact(ItemActs.Published, who);
    }

    /// <summary>Opens a published item for a new version (更新); the shown version stays until the new one is approved. Where a new version
    /// was determined not to be public, writing begins again with what is shown, and the other leaves the draft.</summary>
    /// <param name="who">Who opens it.</param>
    /// <param name="shown">Content of the version shown; null where there is none, and then nothing is opened.</param>
    /// <param name="now">When.</param>
    public Verdict Revise(Actor who, ItemContent? shown, DateTimeOffset now)
    {
        if (!State.IsRevisable(Revision) || shown is null) return ItemFailures.OnlyPublishedIsRevised;
        if (NotPublic is not null) (Content, Companions) = (shown, shown.Companions());
        State = ItemState.Draft;
        UpdatedAt = now;
        return Fact(ItemActs.RevisionOpened, who);
    }

    /// <summary>What switches review steps on: the drafter's conditions, and that its secrecy is to be determined first (rule
    /// 128).</summary>
    public IReadOnlyList<string> ReviewConditions() => Content.Secrecy == Secrecy.Undetermined
        ? [.. Content.Conditions, Rules.Packs.ReviewConditions.SecrecyUndetermined]
        : Content.Conditions;

    /// <summary>Whether it may be taken off the public pages. What is under review waits for its conclusion, unless the version shown may
    /// hold a secret: that waits for nobody.</summary>
    public bool IsWithdrawable => IsPublic && (State != ItemState.InReview || IsToBeChecked);

    /// <summary>Takes the item off every public page (撤下) and says why (rule 40).</summary>
    public Verdict Withdraw(Actor who, string reason, DateTimeOffset now)
    {
        if (!IsWithdrawable) return ItemFailures.NothingToWithdraw;
        TrustShown();
        Count(new ItemWithdrawnFact(PublishedCategory!, PublishedOn!.Value), now);
        return End(ItemState.Withdrawn, ItemActs.Withdrawn, who, reason, now);
    }

    private void Count(StatisticalFact body, DateTimeOffset now)
        => stated.Add(new FactEntry(LegalDay.Of(now), SubjectKinds.CatalogueItem, Id.Value, Unit, body));

    private AuditFact End(ItemState state, string act, Actor who, string? reason, DateTimeOffset now)
    {
        State = state;
        LastReason = reason;
        UpdatedAt = now;
        return Fact(act, who, reason);
    }

    private void Contributed(Actor who)
    {
        Contributors = [.. Contributors.Union(Hands(who))];
    }

    /// <summary>Whoever did it, and in whose place: neither may approve it (四眼原则).</summary>
    private static List<string> Hands(Actor who) => who.OnBehalfOf is { } principal ? [principal, who.Subject] : [who.Subject];

    private AuditFact Fact(string act, Actor who, string? reason = null) => new(act, who)
    {
        SubjectKind = SubjectKinds.CatalogueItem,
        SubjectId = Id.Value,
        Title = Content.Title,
        CaseId = CaseId,
        Digest = Content.Digest(),
        Reason = reason,
    };
}

/// <summary>The public number of an item.</summary>
/// <param name="Number"><c>yyyy-nnnnn</c>, unique in the authority.</param>
/// <param name="IndexNumber">索引号 <c>{organisation code}/{yyyy}-{nnnnn}</c>.</param>
internal sealed record PublicNumber(string Number, string IndexNumber)
{
    public static PublicNumber Of(string organisationCode, int year, int sequence)
    {
        var number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year:D4}-{sequence:D5}");
        return new PublicNumber(number, $"{organisationCode}/{number}");
    }
}
