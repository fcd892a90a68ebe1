using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Consumers;

/// <summary>Says at the item that the conclusion of its review was given up after all attempts: it lies in the error queue, where operators
/// find it.</summary>
/// <remarks>Others go on. Replayed once the reason is removed, the conclusion takes effect as if nothing had been.</remarks>
internal sealed class ConclusionFailedConsumer(CatalogueDb db, CommandRunner<CatalogueDb> commands, ItemNotices notices,
    TimeProvider clock)
    : IConsumer<Fault<ReviewConcluded>>
{
    public async Task Consume(ConsumeContext<Fault<ReviewConcluded>> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var message = context.Message.Message;
        if (message.SubjectKind != SubjectKinds.CatalogueItem) return;
        await db.Database.TakeConnectionAsync(context.CancellationToken);
        var (id, command) = (new ItemId(message.SubjectId), CommandContext.OfSystem(message.Authority));
        await commands.ChangeAsync(command, async ()
            => await db.Items.FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, context.CancellationToken)
                is { } item && item.Awaits(message.CaseId) ? item : (Outcome<Item>)ItemFailures.NotFound,
            async item =>
            {
                var verdict = item.PublicationFailed(command.Actor, clock.GetUtcNow());
                if (verdict.Facts.Count > 0) await notices.TellAsync(item, NoticeKind.Failed, command.Actor, context.CancellationToken);
                return verdict;
            }, context.CancellationToken);
    }
}
