using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Consumers;

/// <summary>送审: opens a case, once per case id and one at a time per subject; what it does not take it answers with
/// <see cref="ReviewRefused"/>.</summary>
/// <remarks>An authority or flow the packs do not know is a fault of the asking service: the message goes to the error queue and can be
/// replayed.</remarks>
internal sealed partial class RequestReviewConsumer(ReviewDb db, TimeProvider clock, LegalClock legalClock, AuditLog<ReviewDb> audit,
    RulePackLookup packOf, ColleagueDirectory directory, SubjectRecusals recusals, CaseNotices notices,
    ILogger<RequestReviewConsumer> log)
    : InboxConsumer<RequestReview, ReviewDb>(db, clock)
{
    protected override async Task HandleAsync(RequestReview message, CancellationToken cancellation)
    {
        await audit.LockAsync(message.Authority, cancellation);
        var id = new CaseId(message.CaseId);
        var pack = packOf(message.Authority);
        // Before anything else: from whom a later request names, the running case is kept too, even when the request itself is refused.
        var recusal = await recusals.WidenAsync(message.Authority, message.SubjectId, Named(message, pack), Asker(message), cancellation);
        var known = await Db.Cases.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Authority, c.SubjectKind, c.SubjectId, c.ContentDigest, c.Changes }).FirstOrDefaultAsync(cancellation);
        // The same case asked for again is one case, also after reviewers have corrected it: then the digest has moved on from what was
        // handed in.
        if (known is not null
            && (known.Authority, known.SubjectKind, known.SubjectId) == (message.Authority, message.SubjectKind, message.SubjectId)
            && known.ContentDigest == ReviewedDigest
            .After(message.ContentDigest, [.. known.Changes.Select(change => new ReviewerChange(change.Field, change.Value))]))
            return;

        var flow = pack?.Flow(message.Flow)
            ?? throw new InvalidOperationException($"No pack of {message.Authority} with flow {message.Flow} for case {message.CaseId}.");
        var previous = await Db.Cases.AsNoTracking().Where(c => c.Authority == message.Authority && c.SubjectId == message.SubjectId)
            // The running one first, whatever the clocks of the askers said.
            .OrderBy(c => c.State == CaseState.Open || c.State == CaseState.Held ? 0 : 1).ThenByDescending(c => c.SubmittedAt)
            .ThenByDescending(c => c.Id)
            .Select(c => new
            {
                c.Id,
                IsRunning = c.State == CaseState.Open || c.State == CaseState.Held,
                // Held and never cleared: handing in again is no way around the question.
                Undetermined = c.Steps.Any(s => s.Determines != null && s.State != StepState.Approved && s.State != StepState.Escalated),
            }).FirstOrDefaultAsync(cancellation);
        ReviewRefusalReason? reason = known is not null ? ReviewRefusalReason.CaseIdIsTaken
            : await ObjectionAsync(message, pack!, flow, recusal, previous?.IsRunning == true, cancellation);
        if (reason is { } refused)
        {
            var running = refused switch
            {
                // An id of another authority's case says nothing about that case, and leaves no trace in its log.
                ReviewRefusalReason.CaseIdIsTaken when known!.Authority == message.Authority => id,
                ReviewRefusalReason.SubjectIsUnderReview => previous!.Id,
                _ => (CaseId?)null,
            };
            // What is kept from somebody is told only where it is kept from them: in the history of the subject's own rounds, or else
            // nowhere but in the answer.
            await RefuseAsync(message, refused, running, recusal.IsEmpty ? running : previous?.Id, isLogged: recusal.IsEmpty
                || previous is not null, cancellation);
            return;
        }

        var review = ReviewCase.Open(Submission(message, recusal, previous?.Undetermined ?? false), flow,
            legalClock.Now(message.Authority), previous?.Id);
        Db.Cases.Add(review);
        await notices.TellAsync(review, null, cancellation);
        await Db.RecordAsync(audit, message.Authority, review, [review.Opened(SubmitterOf(message))], cancellation);
    }

    /// <summary>Why a request with an id of its own is not taken, or null. Who must stand aside is not told of a running case, so that
    /// comes first.</summary>
    private async Task<ReviewRefusalReason?> ObjectionAsync(RequestReview message, RulePack pack, ReviewFlow flow, Recusal recusal,
        bool isRunning, CancellationToken cancellation)
    {
        if (await recusals.ConcernsAsync(message.Authority, recusal, message.Unit, [message.Author, .. message.Contributors ?? []],
            cancellation))
            return ReviewRefusalReason.AuthorMustStandAside;
        if (flow.WithDocument
            && (message.DocumentId is null || message.DocumentId == message.SubjectId)) return ReviewRefusalReason.DocumentIsMissing;
        if (flow.Code == FlowCodes.Submission
            && !InformationRoster
            .MaySubmit(pack, message.Unit, await directory.InformationStaffAsync(message.Authority, message.Unit, cancellation)))
            return ReviewRefusalReason.UnitHasNoInformationOfficer;
        return isRunning ? ReviewRefusalReason.SubjectIsUnderReview : null;
    }

    /// <summary>不予受理: the asker is answered, the case in the way goes on, and its history says that somebody asked.</summary>
    private async Task RefuseAsync(RequestReview message, ReviewRefusalReason reason, CaseId? running, CaseId? told, bool isLogged,
        CancellationToken cancellation)
    {
        Db.Publish(new ReviewRefused(Guid.CreateVersion7(), legalClock.Now(message.Authority).At, message.Authority, message.CaseId,
            message.SubjectKind,
            message.SubjectId, message.ContentDigest, reason,
            running?.Value));
        LogRefused(log, message.CaseId, reason);
        if (!isLogged) return;
        var about = told is { } id ? await Db.Cases.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { CaseId = (Guid?)c.Id.Value, c.Flow, c.SubjectKind, SubjectId = (Guid?)c.SubjectId, c.Title })
            .SingleAsync(cancellation) : null;
        await audit.AppendAsync(message.Authority, [new AuditFact(Acts.RequestRefused, Asker(message))
        {
            CaseId = about?.CaseId,
            Flow = about?.Flow,
            SubjectKind = about?.SubjectKind,
            SubjectId = about?.SubjectId,
            Title = about?.Title,
            Digest = message.ContentDigest,
            Reason = Words(reason),
            Detail = FactDetail.Of(new { message.CaseId, message.SubjectKind, message.SubjectId, Reason = reason,
            RunningCaseId = running?.Value }),
        }], cancellation);
    }

    /// <summary>Who handed it in.</summary>
    private static Actor Asker(RequestReview message) => new(message.Author, message.AuthorName ?? "", message.Authority, message.Unit);

    private static string Words(ReviewRefusalReason reason) => reason switch
    {
        ReviewRefusalReason.SubjectIsUnderReview => "该信息已有审核件在办，未受理",
        ReviewRefusalReason.CaseIdIsTaken => "审核件编号已用于其他内容，未受理",
        ReviewRefusalReason.DocumentIsMissing => "解读方案未附所解读的文件，未受理",
        ReviewRefusalReason.UnitHasNoInformationOfficer => "送审单位还没有确定信息员，未受理",
        ReviewRefusalReason.AuthorMustStandAside => "起草人或者送审单位应当回避，未受理",
        _ => throw new InvalidOperationException($"No words for {reason}."),
    };

    /// <summary>Whom the request names. What names nobody would keep the case from nobody: that is a fault of the asking service, never a
    /// case open to the accused.</summary>
    internal static Recusal Named(RequestReview message, RulePack? pack)
    {
        if (message.Recusal is not { } named) return Recusal.Nobody;
        if (named.People.Count > Recusal.MaxNamed || named.Units.Count > Recusal.MaxNamed || named.People.Any(string.IsNullOrWhiteSpace))
            throw new InvalidOperationException($"The recusal of case {message.CaseId} names nobody, or more than {Recusal.MaxNamed}.");
        if (named.Units.FirstOrDefault(unit => pack?.Unit(unit) is null) is { } unknown)
            throw new InvalidOperationException(
                $"The recusal of case {message.CaseId} names unit {unknown}, which {message.Authority} does not have.");
        return Recusal.Nobody.And(new Recusal([.. named.People], [.. named.Units]));
    }

    private static Snapshot Snapshot(RequestReview message)
        => new(message.Snapshot.Body, [.. message.Snapshot.Fields
            .Select(field => new SnapshotLine(field.Code, field.Label, field.Value, field.ValueCode))])
        {
            Files = [.. (message.Snapshot.Files ?? []).Select(file => new AttachedFile(file.Name, file.MediaType, file.Size, file.Digest,
                [.. file.Findings.Select(Found)]))],
            Compared = [.. (message.Snapshot.Compared ?? []).Select(Found)],
        };

    private static OwnerFinding Found(SnapshotFinding found) => new(found.Finding, found.Kind, found.Blocks, found.Count, found.Spots);

    private static Submission Submission(RequestReview message, Recusal recusal, bool stillUndetermined) => new()
    {
        CaseId = new CaseId(message.CaseId),
        Authority = message.Authority,
        SubjectKind = message.SubjectKind,
        SubjectId = message.SubjectId,
        Title = message.Title,
        Unit = message.Unit,
        Author = message.Author,
        Contributors = message.Contributors ?? [],
        ContentDigest = message.ContentDigest,
        Snapshot = Snapshot(message),
        Conditions = message.Conditions,
        AuthorName = message.AuthorName ?? "",
        Attribute = message.Attribute is { } attribute ? Codes.Of(attribute)
            : message.Snapshot.Fields.FirstOrDefault(field => field.Code == SnapshotFields.Attribute)?.ValueCode,
        Ground = message.Ground,
        DueOn = message.DueOn,
        DocumentId = message.DocumentId,
        Recusal = recusal,
        SubmittedAt = message.OccurredAt,
        StillUndetermined = stillUndetermined,
    };

    private static Actor? SubmitterOf(RequestReview message) => message.Submitter is not { } who ? null
        : new Actor(who.Subject, who.Name, message.Authority, who.Unit, who.Role, who.OnBehalfOf, OnBehalfOfName: who.OnBehalfOfName);

    [LoggerMessage(3003, LogLevel.Warning, "The request for case {CaseId} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid caseId, ReviewRefusalReason reason);
}
