using Disclosure.Contracts.People;
using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Consumers;

/// <summary>Tells everything about people once more, because a service has come that knows nobody.</summary>
/// <remarks>A deployment has some thousand people; every service hears it and finds nothing new in it.</remarks>
internal sealed class PeopleRequestedConsumer(ReviewDb db, TimeProvider clock) : InboxConsumer<PeopleRequested, ReviewDb>(db, clock)
{
    protected override async Task HandleAsync(PeopleRequested message, CancellationToken cancellation)
    {
        await foreach (var colleague in Db.Colleagues.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            Db.Publish(colleague.Changed());
        await foreach (var substitution in Db.Substitutions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            Db.Publish(substitution.Changed());
    }
}
