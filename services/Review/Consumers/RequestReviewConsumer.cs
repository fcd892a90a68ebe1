using Disclosure.Contracts.Review;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Consumers;

/// <summary>送审: opens a case, once per case id.</summary>
/// <remarks>An authority or flow the packs do not know is a fault of the asking service: the message goes to the error queue and can be replayed.</remarks>
internal sealed class RequestReviewConsumer(ReviewDb db, TimeProvider clock, AuditLog audit, PackOf packOf)
    : InboxConsumer<RequestReview, ReviewDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(RequestReview message, CancellationToken cancellation)
    {
        var id = new CaseId(message.CaseId);
        if (await Db.Cases.AnyAsync(c => c.Id == id, cancellation)) return;
        var flow = packOf(message.Authority)?.Flow(message.Flow)
            ?? throw new InvalidOperationException($"No pack of {message.Authority} with flow {message.Flow} for case {message.CaseId}.");
        var previous = await Db.Cases.Where(c => c.Authority == message.Authority && c.SubjectId == message.SubjectId)
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id).Select(c => (CaseId?)c.Id).FirstOrDefaultAsync(cancellation);
        var review = ReviewCase.Open(Submission(message), flow, Moments.Now(clock), previous);
        Db.Cases.Add(review);
        await audit.AppendAsync(review, [review.Opened()], source: null, cancellation);
    }

    private static Submission Submission(RequestReview message) => new()
    {
        CaseId = new CaseId(message.CaseId),
        Authority = message.Authority,
        SubjectKind = message.SubjectKind,
        SubjectId = message.SubjectId,
        Title = message.Title,
        Unit = message.Unit,
        Author = message.Author,
        ContentDigest = message.ContentDigest,
        Snapshot = new Snapshot(message.Snapshot.Body, [.. message.Snapshot.Fields.Select(field => new SnapshotLine(field.Label, field.Value))]),
        Conditions = message.Conditions,
    };
}
