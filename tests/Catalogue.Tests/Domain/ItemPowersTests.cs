using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>Who may read, write and change items.</summary>
public sealed class ItemPowersTests
{
    [Theory]
    [InlineData(Roles.Officer, "art", true)]
    [InlineData(Roles.Officer, "museum", false)]
    [InlineData(Roles.Head, "art", true)]
    [InlineData(Roles.Head, "museum", false)]
    [InlineData(Roles.Office, "office", true)]
    [InlineData(Roles.Deputy, "office", true)]
    [InlineData(Roles.Director, "office", true)]
    [InlineData(Roles.Policy, "policy", true)]
    [InlineData(Roles.Secrecy, "office", true)]
    [InlineData(Roles.LeadingGroup, "office", true)]
    [InlineData(Roles.LeadingGroupOffice, "office", true)]
    [InlineData(Roles.Discipline, "office", true)]
    [InlineData(Roles.Promotion, "art", false)]
    [InlineData(Roles.SystemAdmin, "art", false)]
    [InlineData(Roles.SecurityAdmin, "art", false)]
    [InlineData(Roles.AuditAdmin, "art", false)]
    public void A_draft_is_seen_by_the_unit_that_writes_it_and_by_whoever_looks_after_all(string role, string unit, bool seen)
        => Assert.Equal(seen, Sample.Person("somebody", unit, role).MaySee(Sample.Item(ItemState.Draft)));

    [Fact]
    public void Nobody_of_another_authority_sees_or_changes_anything()
    {
        var stranger = Sample.Person("author", "art", Roles.Office, Roles.Director) with { Authority = "gaotai" };
        Assert.False(stranger.MaySee(Sample.Item(ItemState.Draft)));
        Assert.Null(stranger.Over(Sample.Item(ItemState.Draft)));
    }

    public static TheoryData<string, string> Powers() => new()
    {
        { "author", "officer of art for author" }, { "colleague", "" }, { "head", "head of art for head" }, { "other head", "" },
        { "office", "office of office for office" }, { "deputy", "" }, { "discipline", "" }, { "discipline and office", "" },
        { "successor of the author", "officer of art for author" }, { "stand-in of the head", "head of art for head" },
        { "stand-in of another unit's head", "" }, { "author who moved", "" }, { "gone", "" },
    };

    [Theory]
    [MemberData(nameof(Powers))]
    public void An_item_is_changed_under_the_authors_the_heads_or_the_offices_powers(string kind, string expected)
    {
        var elsewhere = Sample.Person("elsewhere", "museum", Roles.Policy);
        var who = kind switch
        {
            "author" => Sample.Person("author", "art", Roles.Officer),
            "colleague" => Sample.Person("colleague", "art", Roles.Officer),
            "head" => Sample.Person("head", "art", Roles.Head),
            "other head" => Sample.Person("other", "museum", Roles.Head),
            "office" => Sample.Person("office", "office", Roles.Office),
            "deputy" => Sample.Person("deputy", "office", Roles.Deputy),
            "discipline" => Sample.Person("discipline", "art", Roles.Discipline),
            "discipline and office" => Sample.Person("both", "art", Roles.Discipline, Roles.Office),
            "successor of the author" => elsewhere.StandingInFor("author", "art", Roles.Officer),
            "stand-in of the head" => elsewhere.StandingInFor("head", "art", Roles.Head),
            "stand-in of another unit's head" => elsewhere.StandingInFor("other", "museum", Roles.Head),
            "author who moved" => Sample.Person("author", "museum", Roles.Officer),
            _ => Sample.Person("author", "art", Roles.Officer) with { Mandates = [], HasLeft = true },
        };
        var power = who.Over(Sample.Item(ItemState.Draft));
        Assert.Equal(expected, power is null ? "" : $"{power.Role} of {power.Mandate.Unit} for {power.Mandate.Principal}");
        Assert.Equal(expected.Length > 0, who.ActionsOn(Sample.Item(ItemState.Draft), Sample.Today).Count > 0);
    }

    [Fact]
    public void A_draft_belongs_to_the_responsible_unit_that_its_writer_has_powers_of()
    {
        var who = Sample.Person("both", "museum", Roles.Head).StandingInFor("away", "art", Roles.Officer);
        Assert.Equal(("art", Roles.Officer), UnitOf(who.ToDraft(["art"])));
        Assert.Equal(("museum", Roles.Head), UnitOf(who.ToDraft([])));
        Assert.Equal(("museum", Roles.Head), UnitOf(who.ToDraft(["elsewhere"])));
        Assert.Null(Sample.Person("deputy", "office", Roles.Deputy).ToDraft([]));
        Assert.Null(Sample.Person("watching", "office", Roles.Discipline, Roles.Officer).ToDraft([]));
    }

    [Theory]
    [MemberData(nameof(Sample.States), MemberType = typeof(Sample))]
    public void What_is_shown_as_possible_is_done_and_nothing_else_is(string stateName, int revision)
    {
        var state = Enum.Parse<ItemState>(stateName);
        var office = Sample.Person("office", "office", Roles.Office);
        var head = Sample.Person("head", "art", Roles.Head);
        ItemAction[] done = [.. Enum.GetValues<ItemAction>().Where(action => Try(Sample.Item(state, revision), action).Failure is null)];
        Assert.Equal(done, office.ActionsOn(Sample.Item(state, revision), Sample.Today));
        Assert.Equal(done.Where(action => action is not (ItemAction.Withdraw or ItemAction.ConfirmShown)),
            head.ActionsOn(Sample.Item(state, revision), Sample.Today));
        Assert.Empty(Sample.Person("deputy", "office", Roles.Deputy).ActionsOn(Sample.Item(state, revision), Sample.Today));
    }

    private static Verdict Try(Item item, ItemAction action) => action switch
    {
        ItemAction.Edit => item.Edit(Sample.Author, Sample.Content, Sample.Now),
        ItemAction.Submit => item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now),
        ItemAction.Revise => item.Revise(Sample.Author, Sample.Content, Sample.Now),
        // Of none of these was a later text found secret: there is nothing to check.
        ItemAction.ConfirmShown => item.ConfirmShown(Sample.Author, null, "已核对", Sample.Now),
        _ => item.Withdraw(Sample.Author, "有误", Sample.Now),
    };

    private static (string Unit, string Role) UnitOf(Power? power) => (power!.Mandate.Unit, power.Role);
}
