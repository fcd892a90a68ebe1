using System.Text.Json.Serialization;

namespace Disclosure.Contracts.Facts;

/// <summary>统计事实: something that has happened and counts in a statutory table, the website report or the statistics.</summary>
/// <remarks>
/// Each kind has a code and a version; a change of meaning is a new version, and the old one stays readable. A fact is never changed: what
/// was recorded in error is declared void (<see cref="VoidedFact"/>) and recorded anew. It carries codes, days and amounts, and nothing
/// that
/// somebody wrote or that tells who somebody is; a test looks.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(VoidedFact), "voided.1")]
[JsonDerivedType(typeof(SubjectRestrictedFact), "subject-restricted.1")]
[JsonDerivedType(typeof(ItemPublishedFact), "item-published.1")]
[JsonDerivedType(typeof(ItemRevisedFact), "item-revised.1")]
[JsonDerivedType(typeof(ItemWithdrawnFact), "item-withdrawn.1")]
[JsonDerivedType(typeof(ItemLateFact), "item-late.1")]
[JsonDerivedType(typeof(DocumentIssuedFact), "document-issued.1")]
[JsonDerivedType(typeof(DocumentAbolishedFact), "document-abolished.1")]
[JsonDerivedType(typeof(DocumentsCarriedFact), "documents-carried.1")]
[JsonDerivedType(typeof(ApplicationReceivedFact), "application-received.1")]
[JsonDerivedType(typeof(ApplicationSplitFact), "application-split.1")]
[JsonDerivedType(typeof(ApplicationStepFact), "application-step.1")]
[JsonDerivedType(typeof(ApplicationDecidedFact), "application-decided.1")]
[JsonDerivedType(typeof(ApplicationServedFact), "application-served.1")]
[JsonDerivedType(typeof(ApplicationOverdueFact), "application-overdue.1")]
[JsonDerivedType(typeof(RemedyOpenedFact), "remedy-opened.1")]
[JsonDerivedType(typeof(RemedyAnsweredFact), "remedy-answered.1")]
[JsonDerivedType(typeof(RemedyConcludedFact), "remedy-concluded.1")]
[JsonDerivedType(typeof(LetterReceivedFact), "letter-received.1")]
[JsonDerivedType(typeof(LetterClassifiedFact), "letter-classified.1")]
[JsonDerivedType(typeof(LetterStepFact), "letter-step.1")]
[JsonDerivedType(typeof(LetterDueFact), "letter-due.1")]
[JsonDerivedType(typeof(LetterOverdueFact), "letter-overdue.1")]
[JsonDerivedType(typeof(LetterAnsweredFact), "letter-answered.1")]
[JsonDerivedType(typeof(LetterEndedFact), "letter-ended.1")]
[JsonDerivedType(typeof(LetterRatedFact), "letter-rated.1")]
[JsonDerivedType(typeof(ReviewOpenedFact), "review-opened.1")]
[JsonDerivedType(typeof(ReviewStepTakenFact), "review-step-taken.1")]
[JsonDerivedType(typeof(ReviewStepOverdueFact), "review-step-overdue.1")]
[JsonDerivedType(typeof(ReviewEndedFact), "review-ended.1")]
[JsonDerivedType(typeof(SubmissionReceivedFact), "submission-received.1")]
[JsonDerivedType(typeof(SubmissionDecidedFact), "submission-decided.1")]
[JsonDerivedType(typeof(SubmissionAdoptedFact), "submission-adopted.1")]
[JsonDerivedType(typeof(SubmissionDutyMissedFact), "submission-duty-missed.1")]
[JsonDerivedType(typeof(ProcessingFeeNoticedFact), "processing-fee-noticed.1")]
[JsonDerivedType(typeof(ProcessingFeeSettledFact), "processing-fee-settled.1")]
[JsonDerivedType(typeof(AdministrativeFeesFact), "administrative-fees.1")]
[JsonDerivedType(typeof(EnforcementRecordedFact), "enforcement-recorded.1")]
[JsonDerivedType(typeof(EnforcementRevokedFact), "enforcement-revoked.1")]
[JsonDerivedType(typeof(EnforcementTotalFact), "enforcement-total.1")]
[JsonDerivedType(typeof(ConsultationOpenedFact), "consultation-opened.1")]
[JsonDerivedType(typeof(ConsultationClosedFact), "consultation-closed.1")]
[JsonDerivedType(typeof(InterviewHeldFact), "interview-held.1")]
[JsonDerivedType(typeof(OpinionLoggedFact), "opinion-logged.1")]
[JsonDerivedType(typeof(OpinionRespondedFact), "opinion-responded.1")]
[JsonDerivedType(typeof(PromiseMadeFact), "promise-made.1")]
[JsonDerivedType(typeof(PromiseEndedFact), "promise-ended.1")]
[JsonDerivedType(typeof(DutyDoneFact), "duty-done.1")]
[JsonDerivedType(typeof(SpecialColumnChangedFact), "special-column-changed.1")]
[JsonDerivedType(typeof(SiteVisitsFact), "site-visits.1")]
[JsonDerivedType(typeof(ReadingRoomVisitsFact), "reading-room-visits.1")]
[JsonDerivedType(typeof(ServiceMattersFact), "service-matters.1")]
[JsonDerivedType(typeof(SecurityCheckFact), "security-check.1")]
[JsonDerivedType(typeof(NewMediaFact), "new-media.1")]
public abstract record StatisticalFact
{
    // Only the kinds above: what reads facts knows each of them.
    private protected StatisticalFact()
    {
    }
}

/// <summary>作废: an earlier fact of the same service and authority was recorded in error and does not count.</summary>
/// <param name="Voided">Number of that fact.</param>
public sealed record VoidedFact(long Voided) : StatisticalFact;

/// <summary>回避: from now on somebody must not learn of the subject; what was stated of it before counts in totals of the authority only, as
/// what is stated from here on does.</summary>
public sealed record SubjectRestrictedFact : StatisticalFact;
