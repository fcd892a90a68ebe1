using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Data;

/// <summary>Tells whoever wrote an item what became of it (通知), and whoever may take it down when that has to be thought of.</summary>
internal sealed class ItemNotices(CatalogueDb db, NoticeStore<CatalogueDb> notices, IPeople everybody)
{
    /// <summary>What a notice is about that asks to check the version shown, and not only to know of the new one.</summary>
    public const string ShownVersion = "shown-version";

    /// <summary>People looked at to find those who may take an item down; a bureau has fewer.</summary>
    private const int MaxExamined = 500;

    /// <summary>Tells it, but for who did it or decided it; what was told of the item before is so no longer.</summary>
    public async Task TellAsync(Item item, NoticeKind kind, Actor by, CancellationToken cancellation)
    {
        IReadOnlyList<string> asked = [];
        if (kind is NoticeKind.FoundSecret or NoticeKind.NotPublished && item.IsToBeChecked)
        {
            // Also who has determined it: that it is still to be read elsewhere is another matter.
            asked = await WhoMayTakeDownAsync(item, cancellation);
            await notices.SettleAsync(item.Id.Value, cancellation);
            await notices.RaiseAsync(item.Authority, kind, item.Id.Value, asked, cancellation, ShownVersion);
        }
        else
        {
            await SettleAsync(item, cancellation);
        }

        await TellWritersAsync(item, kind, by, asked, cancellation);
    }

    /// <summary>What was told of the item is so no longer: somebody works on it. That the version shown is to be checked stays until
    /// another one is shown, or none.</summary>
    public Task SettleAsync(Item item, CancellationToken cancellation)
        => notices.SettleAsync(item.Id.Value, cancellation, except: item.IsToBeChecked ? ShownVersion : null);

    /// <summary>Nobody is asked any more to check the version shown, and whoever wrote the item learns that it stays public.</summary>
    public async Task ShownCheckedAsync(Item item, Actor by, CancellationToken cancellation)
    {
        await notices.SettleAsync(item.Id.Value, cancellation, ShownVersion);
        await TellWritersAsync(item, NoticeKind.ShownChecked, by, [], cancellation);
    }

    private Task TellWritersAsync(Item item, NoticeKind kind, Actor by, IReadOnlyList<string> asked, CancellationToken cancellation)
        => notices.RaiseAsync(item.Authority, kind, item.Id.Value,
            item.Contributors.Where(person => person != by.Subject && person != by.OnBehalfOf && !asked.Contains(person)), cancellation,
            among: people => ReadersAsync(item, people, cancellation));

    /// <summary>Those of whom Review has told, with the own powers or those of whom they stand in for.</summary>
    private async Task<IReadOnlyList<string>> WhoMayTakeDownAsync(Item item, CancellationToken cancellation)
    {
        var own = db.Colleagues.Where(k => k.Authority == item.Authority && k.Roles.Contains(Roles.Office)).Select(k => k.Subject);
        var standIns = db.Substitutions.Where(s => s.Authority == item.Authority && !s.IsRevoked && s.Roles.Contains(Roles.Office))
            .Select(s => s.Delegate);
        var people = await own.Union(standIns).OrderBy(subject => subject).Take(MaxExamined).ToListAsync(cancellation);
        return [.. (await notices.PeopleAsync(item.Authority, everybody, people, cancellation))
            .Where(person => !person.HasLeft && person.MayTakeDown(item)).Select(person => person.Subject)];
    }

    /// <summary>Whoever wrote it once, and has gone to another office since, is told nothing of it. Of whom Review has told nothing yet, no
    /// powers are known: the notice is there, and shown to nobody who may not read the item.</summary>
    private async Task<IReadOnlyList<string>> ReadersAsync(Item item, IReadOnlyList<string> people, CancellationToken cancellation)
    {
        var barred = (await notices.PeopleAsync(item.Authority, everybody, people, cancellation))
            .Where(person => person.HasLeft || !person.MaySee(item)).Select(person => person.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. people.Where(person => !barred.Contains(person))];
    }
}
