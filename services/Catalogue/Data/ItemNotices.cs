using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Catalogue.Data;

/// <summary>Tells whoever wrote an item what became of it (通知).</summary>
internal sealed class ItemNotices(NoticeStore<CatalogueDb> notices, IPeople everybody)
{
    /// <summary>Tells it, but for who did it or decided it; what was told of the item before is so no longer.</summary>
    public async Task TellAsync(Item item, NoticeKind kind, Actor by, CancellationToken cancellation)
    {
        await SettleAsync(item, cancellation);
        await notices.RaiseAsync(item.Authority, kind, item.Id.Value,
            item.Contributors.Where(person => person != by.Subject && person != by.OnBehalfOf), cancellation,
            among: people => ReadersAsync(item, people, cancellation));
    }

    /// <summary>What was told of the item is so no longer: somebody works on it.</summary>
    public Task SettleAsync(Item item, CancellationToken cancellation) => notices.SettleAsync(item.Id.Value, cancellation);

    /// <summary>Whoever wrote it once, and has gone to another office since, is told nothing of it. Of whom Review has told nothing yet, no
    /// powers are known: the notice is there, and shown to nobody who may not read the item.</summary>
    private async Task<IReadOnlyList<string>> ReadersAsync(Item item, IReadOnlyList<string> people, CancellationToken cancellation)
    {
        var barred = (await notices.PeopleAsync(item.Authority, everybody, people, cancellation))
            .Where(person => person.HasLeft || !person.MaySee(item)).Select(person => person.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. people.Where(person => !barred.Contains(person))];
    }
}
