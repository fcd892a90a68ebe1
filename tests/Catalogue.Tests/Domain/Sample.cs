using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>Content, people and items for tests of the pure domain.</summary>
internal static class Sample
{
    public static readonly RulePack Pack = RulePacks.Load()["bijie"];
    public static readonly DateTimeOffset Now = new(2026, 11, 4, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 4);
    public static readonly Actor Author = new("author", "起草人", "bijie", "art", Roles.Officer);

    public static ItemContent Content { get; } = new()
    {
        Title = "关于开放文化馆的通知",
        Body = "各单位：\n\n文化馆开放。",
        Category = "public-concern",
        Attribute = DisclosureAttribute.Proactive,
        Ground = Pack.Grounds.First(ground => ground.Attribute == DisclosureAttribute.Proactive).Code,
        Scope = DisclosureScope.Public,
        Secrecy = Secrecy.Cleared,
        Channels = ["portal"],
        Keywords = [],
        Conditions = [],
    };

    public static Person Person(string subject, string unit, params string[] roles)
        => new(subject, subject, "bijie", [new Mandate(subject, subject, unit, roles.ToHashSet(StringComparer.Ordinal))]);

    public static Person StandingInFor(this Person who, string principal, string unit, params string[] roles)
        => who with { Mandates = [.. who.Mandates, new Mandate(principal, principal, unit, roles.ToHashSet(StringComparer.Ordinal))] };

    /// <summary>An item that has come to this state, published before as often as asked.</summary>
    public static Item Item(ItemState state, int revision = 0, ItemContent? content = null)
    {
        var item = Disclosure.Catalogue.Domain.Item.Draft(Author, content ?? Content, Now).Item;
        for (var times = 0; times < revision; times++)
        {
            if (times > 0) Done(item.Revise(Author, item.Content, Now));
            Done(item.Submit(Author, Guid.CreateVersion7(), Now));
            item.Publish(Actor.System("bijie", "director"), new PublicNumber("2026-00001", "1/2026-00001"), Now);
        }

        if (revision > 0 && state is ItemState.Draft or ItemState.InReview or ItemState.Returned or ItemState.Rejected && item.Revision > 0)
            Done(item.Revise(Author, item.Content, Now));
        if (state is ItemState.InReview or ItemState.Returned or ItemState.Rejected) Done(item.Submit(Author, Guid.CreateVersion7(), Now));
        if (state == ItemState.Returned) item.Return(Author, "请补充", Now);
        if (state == ItemState.Rejected) item.Reject(Author, "不予公开", Now);
        if (state == ItemState.Withdrawn) Done(item.Withdraw(Author, "有误", Now));
        Assert.Equal((state, revision), (item.State, item.Revision));
        return item;
    }

    /// <summary>Every state that an item can be in, never published, and published.</summary>
    public static TheoryData<string, int> States() => new()
    {
        { nameof(ItemState.Draft), 0 }, { nameof(ItemState.InReview), 0 }, { nameof(ItemState.Returned), 0 },
        { nameof(ItemState.Rejected), 0 }, { nameof(ItemState.Published), 1 }, { nameof(ItemState.Draft), 1 },
        { nameof(ItemState.InReview), 1 }, { nameof(ItemState.Returned), 1 }, { nameof(ItemState.Rejected), 1 },
        { nameof(ItemState.Withdrawn), 1 }, { nameof(ItemState.Published), 3 },
    };

    private static void Done(Verdict verdict) => Assert.Null(verdict.Failure);
}
