using Disclosure.Contracts.Catalogue;
using Disclosure.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.AspNetCore.OutputCaching;

namespace Disclosure.Gateway.Caching;

/// <summary>Hears of publications, revisions and withdrawals, and forgets the pages that showed the state before.</summary>
internal sealed class EvictOnPublication(PublicStateVersions versions, IOutputCacheStore store, StaleIfErrorCache copies)
    : IListener, IConsumer<ItemPublished>, IConsumer<ItemRevised>, IConsumer<ItemWithdrawn>
{
    public Task Consume(ConsumeContext<ItemPublished> context)
        => EvictAsync(context.Message.Authority, context.Message.IndexNumber, context.Message.RelatedIndexNumbers,
        context.CancellationToken);

    public async Task Consume(ConsumeContext<ItemRevised> context)
    {
        copies.ForgetItem(context.Message.Authority, Number(context.Message.IndexNumber));
        await EvictAsync(context.Message.Authority, context.Message.IndexNumber, context.Message.RelatedIndexNumbers,
            context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<ItemWithdrawn> context)
    {
        copies.ForgetAuthority(context.Message.Authority);
        await EvictAsync(context.Message.Authority, context.Message.IndexNumber, context.Message.RelatedIndexNumbers,
            context.CancellationToken);
    }

    /// <summary>Forgets the item's page, those of the items that link to it, and the lists.</summary>
    private async Task EvictAsync(string authority, string indexNumber, IReadOnlyList<string>? related, CancellationToken cancellation)
    {
        foreach (var one in related ?? [])
        {
            versions.Changed(authority, Number(one));
            copies.ForgetItem(authority, Number(one));
            await store.EvictByTagAsync(PublicPagePolicy.ItemTag(authority, Number(one)), cancellation);
        }

        var number = Number(indexNumber);
        versions.Changed(authority, number);
        // The new count already hides the old pages; this frees their memory.
        await store.EvictByTagAsync(PublicPagePolicy.ListTag(authority), cancellation);
        await store.EvictByTagAsync(PublicPagePolicy.ItemTag(authority, number), cancellation);
    }

    /// <summary>The public number <c>yyyy-nnnnn</c> is what follows the organisation code of the index number.</summary>
    private static string Number(string indexNumber) => indexNumber[(indexNumber.LastIndexOf('/') + 1)..];
}

/// <summary>Tells whether publications are being heard.</summary>
internal sealed class ListeningObserver(PublicStateVersions versions, StaleIfErrorCache copies) : IReceiveEndpointObserver
{
    public Task Ready(ReceiveEndpointReady ready)
    {
        // A withdrawal may have gone by unheard.
        copies.ForgetAll();
        versions.Listening();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Disconnected();

    public Task Completed(ReceiveEndpointCompleted completed) => Disconnected();

    public Task Faulted(ReceiveEndpointFaulted faulted) => Disconnected();

    private Task Disconnected()
    {
        versions.Disconnected();
        return Task.CompletedTask;
    }
}
