using Disclosure.Contracts.Review;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Consumers;

/// <summary>送审: opens a case, once per case id.</summary>
/// <remarks>An authority or flow the packs do not know is a fault of the asking service: the message goes to the error queue and can be replayed.</remarks>
internal sealed partial class RequestReviewConsumer(ReviewDb db, TimeProvider clock, AuditLog audit, PackOf packOf, ILogger<RequestReviewConsumer> log)
    : InboxConsumer<RequestReview, ReviewDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(RequestReview message, CancellationToken cancellation)
    {
        var id = new CaseId(message.CaseId);
        if (await Db.Cases.Where(c => c.Id == id).Select(c => c.ContentDigest).FirstOrDefaultAsync(cancellation) is { } known)
        {
            // The same case asked for twice is one case; the first content stays, and the owner compares digests before it publishes.
            if (known != message.ContentDigest) LogAskedAgain(log, message.CaseId);
            return;
        }

        var flow = packOf(message.Authority)?.Flow(message.Flow)
            ?? throw new InvalidOperationException($"No pack of {message.Authority} with flow {message.Flow} for case {message.CaseId}.");
        var previous = await Db.Cases.AsNoTracking().Where(c => c.Authority == message.Authority && c.SubjectId == message.SubjectId)
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.State,
                // Held and never cleared: handing in again is no way around the question.
                Undetermined = c.Steps.Any(s => s.Determines != null && s.State != StepState.Approved && s.State != StepState.Escalated),
            }).FirstOrDefaultAsync(cancellation);
        if (previous?.State is CaseState.Open or CaseState.Held) LogStillRunning(log, message.CaseId, previous.Id.Value);
        var review = ReviewCase.Open(Submission(message, previous?.Undetermined ?? false), flow, Moments.Now(clock), previous?.Id);
        Db.Cases.Add(review);
        await audit.AppendAsync(review, [review.Opened()], source: null, cancellation);
    }

    private static Snapshot Snapshot(RequestReview message)
        => new(message.Snapshot.Body, [.. message.Snapshot.Fields.Select(field => new SnapshotLine(field.Label, field.Value))]);

    private static Submission Submission(RequestReview message, bool stillUndetermined) => new()
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
        Attribute = message.Attribute ?? Changes.AttributeShown(Snapshot(message)),
        Ground = message.Ground,
        DueOn = message.DueOn,
        SubmittedAt = message.OccurredAt,
        StillUndetermined = stillUndetermined,
    };

    [LoggerMessage(3003, LogLevel.Warning, "Case {CaseId} was asked for again with other content; the first stays")]
    private static partial void LogAskedAgain(ILogger logger, Guid caseId);

    [LoggerMessage(3004, LogLevel.Warning, "Case {CaseId} opens while case {PreviousId} of the same subject is still running")]
    private static partial void LogStillRunning(ILogger logger, Guid caseId, Guid previousId);
}
