using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel.People;

namespace Disclosure.Catalogue.Domain;

/// <summary>Who may read, write and change items: by the powers of today, the own ones or those of whom the person stands in for.</summary>
internal static class ItemPowers
{
    /// <summary>Who writes items, in the order in which a role counts as the one used.</summary>
    public static readonly string[] Drafters = [Roles.Officer, Roles.Head, Roles.Office];

    /// <summary>Roles that see every unit's items. The others see those of the units that they draft for: whoever only reviews sees what is
    /// handed in, and whoever administers sees none (三员分立).</summary>
    private static readonly string[] SeeAll =
        [Roles.Office, Roles.Deputy, Roles.Director, Roles.Policy, Roles.Secrecy, Roles.LeadingGroup, Roles.LeadingGroupOffice,
        Roles.Discipline];

    public static bool SeesAllUnits(this Person who) => SeeAll.Any(who.Holds);

    /// <summary>Units whose items the person reads because of drafting for them.</summary>
    public static IReadOnlyList<string> UnitsSeen(this Person who)
        => [.. who.Mandates.Where(mandate => mandate.Roles.Overlaps(RoleSets.Drafting)).Select(mandate => mandate.Unit).Distinct()];

    public static bool MaySee(this Person who, Item item) => item.Authority == who.Authority
        && (who.SeesAllUnits() || who.UnitsSeen().Contains(item.Unit, StringComparer.Ordinal));

    /// <summary>The title that the person may know: of what is written only to whoever sees it, otherwise of what was published.</summary>
    public static string TitleOf(this Person who, Item item) => who.MaySee(item) ? item.Content.Title : item.PublishedTitle ?? "";

    /// <summary>The powers to change the item: the author's, the head's of the unit, the office's; the own ones first.</summary>
    public static Power? Over(this Person who, Item item) => item.Authority != who.Authority || who.IsKeptApart ? null
        : who.Mandates.Select(mandate => PowerOf(mandate, item.Unit, item.Author)).FirstOrDefault(power => power is not null);

    /// <summary>The powers to draft for one of the units; where the category names none, or for the office, the own ones first.</summary>
    public static Power? ToDraft(this Person who, IReadOnlyCollection<string> responsible)
    {
        if (who.IsKeptApart) return null;
        var able = who.Mandates.Where(mandate => mandate.Roles.Overlaps(RoleSets.Drafting)).ToList();
        var mandate = able.Find(mandate => responsible.Contains(mandate.Unit)) ?? (able.Count > 0 ? able[0] : null);
        return mandate is null ? null : new Power(mandate, Drafters.First(mandate.Roles.Contains));
    }

    /// <summary>Whether the person may draft under a category of these units: one's own, or any for the office, or one that has none (rule
    /// 353).</summary>
    public static bool MayFileUnder(this Person who, IReadOnlyCollection<string> responsible) => responsible.Count == 0
        || who.Holds(Roles.Office) || who.UnitsSeen().Any(responsible.Contains);

    /// <summary>What the person may do to the item today.</summary>
    public static IReadOnlyList<ItemAction> ActionsOn(this Person who, Item item, DateOnly today)
    {
        List<ItemAction> actions = [];
        if (who.Over(item) is null) return actions;
        if (item.State.IsEditable()) actions.Add(ItemAction.Edit);
        if (item.ObstacleToSubmission(today) is null) actions.Add(ItemAction.Submit);
        if (item.State.IsRevisable(item.Revision)) actions.Add(ItemAction.Revise);
        if (who.MayTakeDown(item)) actions.Add(ItemAction.Withdraw);
        if (item.IsToBeChecked && who.MayTakeDown(item)) actions.Add(ItemAction.ConfirmShown);
        return actions;
    }

    /// <summary>Whether the person may take the item off the public pages now (撤下): the office alone may.</summary>
    public static bool MayTakeDown(this Person who, Item item) => item.IsWithdrawable && who.Holds(Roles.Office)
        && who.Over(item) is not null;

    private static Power? PowerOf(Mandate mandate, string unit, string author)
        => mandate.Roles.Contains(Roles.Office) ? new Power(mandate, Roles.Office)
        : mandate.Unit != unit ? null
        : mandate.Roles.Contains(Roles.Head) ? new Power(mandate, Roles.Head)
        : mandate.Principal == author && mandate.Roles.Contains(Roles.Officer) ? new Power(mandate, Roles.Officer)
        : null;
}

/// <summary>What a state allows, whoever asks.</summary>
internal static class ItemStates
{
    public static bool IsEditable(this ItemState state) => state is ItemState.Draft or ItemState.Returned;

    public static bool IsRevisable(this ItemState state, int revision)
        => state == ItemState.Published || (state == ItemState.Rejected && revision > 0);
}
