using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Consumers;

/// <summary>Hands an item back to its author when review did not take it (不予受理): otherwise it would wait for a conclusion that never
/// comes.</summary>
internal sealed partial class ReviewRefusedConsumer(CatalogueDb db, AuditLog<CatalogueDb> audit, TimeProvider clock,
    ItemNotices notices, ILogger<ReviewRefusedConsumer> log)
    : InboxConsumer<ReviewRefused, CatalogueDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(ReviewRefused message, CancellationToken cancellation)
    {
        if (message.SubjectKind != SubjectKinds.CatalogueItem) return;
        var id = new ItemId(message.SubjectId);
        var item = await Db.Items.FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, cancellation);
        // A case of this id may run over other content: only what was submitted and not taken comes back.
        if (item is null || !item.Awaits(message.CaseId) || item.SubmittedDigest != message.ContentDigest)
        {
            LogStale(log, message.CaseId, message.SubjectId);
            return;
        }

        var fact = item.Return(Actor.System(message.Authority), message.Reason switch
        {
            ReviewRefusalReason.SubjectIsUnderReview => "审核未受理：该信息已有审核件在办。请先撤回在办的审核件，或者等它办结，再重新送审。",
            ReviewRefusalReason.DocumentIsMissing => "审核未受理：解读方案须与所解读的文件一并送审。请注明文件后重新送审。",
            ReviewRefusalReason.AuthorMustStandAside => "审核未受理：这件信息不由您或者本单位报送，请联系办公室。",
            ReviewRefusalReason.UnitHasNoInformationOfficer => "审核未受理：本单位还没有确定信息员。请先确定信息员并由其登录一次平台，再重新送审。",
            ReviewRefusalReason.CaseIdIsTaken => "审核未受理：审核件编号已用于其他内容。内容没有问题，请重新送审。",
            _ => throw new InvalidOperationException(
                $"Case {message.CaseId} was refused for {message.Reason}, which this service does not know."),
        }, clock.GetUtcNow());
        await notices.TellAsync(item, NoticeKind.Returned, fact.Actor, cancellation);
        await Db.RecordAsync(audit, message.Authority, item, [fact], cancellation);
    }

    [LoggerMessage(2004, LogLevel.Information, "The refusal of case {CaseId} does not concern item {ItemId} as it stands; nothing changed")]
    private static partial void LogStale(ILogger logger, Guid caseId, Guid itemId);
}
