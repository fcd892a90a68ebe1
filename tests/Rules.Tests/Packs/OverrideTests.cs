using System.Text.Json.Nodes;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class OverrideTests
{
    [Fact]
    public void A_file_in_the_directory_replaces_the_embedded_pack_of_its_name_only()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["limits"]![0]!["amount"] = 3);
        var packs = RulePacks.Load(directory.FullName);
        Assert.Equal((3, 20), (packs["bijie"].Limit("publication")!.Amount, packs["bijie"].Limit("publication")!.Statutory!.Amount));
        Assert.Equal(20, packs["gaotai"].Limit("publication")!.Amount);
    }

    [Fact]
    public void A_replaced_national_base_reaches_every_bureau()
    {
        using var directory = new PackDirectory().With("national", pack => pack["limits"]![0]!["amount"] = 15);
        var packs = RulePacks.Load(directory.FullName);
        Assert.Equal(15, packs["gaotai"].Limit("publication")!.Amount);
        Assert.Equal((5, 15), (packs["bijie"].Limit("publication")!.Amount, packs["bijie"].Limit("publication")!.Statutory!.Amount));
    }

    [Fact]
    public void What_becomes_of_a_last_day_off_stays_visible_beside_a_local_limit()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["limits"]!.AsArray().Add(JsonNode.Parse("""
            {"code":"reconsideration.decision","name":"a","amount":45,"unit":"calendar-day",
             "citation":{"source":"a","article":"b","rules":[]}}
            """)));
        var packs = RulePacks.Load(directory.FullName);
        var limit = packs["bijie"].Limit(LimitCodes.ReconsiderationDecision)!;
        Assert.Equal((45, LastDayOff.Stays), (limit.Amount, limit.LastDayOff));
        Assert.Equal((60, LastDayOff.Moves), (limit.Statutory!.Amount, limit.Statutory.LastDayOff));
        Assert.Equal(LastDayOff.Moves, packs["gaotai"].Limit(LimitCodes.ReconsiderationDecision)!.LastDayOff);
        Assert.Equal(LastDayOff.Stays, packs["bijie"].Limit(LimitCodes.Publication)!.Statutory!.LastDayOff);
    }

    [Fact]
    public void An_extension_of_the_authoritys_own_may_be_shorter_and_not_longer_than_the_nations()
    {
        using var shorter = new PackDirectory().With("bijie", pack => pack["limits"]!.AsArray().Add(Extension(10)));
        var limits = RulePacks.Load(shorter.FullName)["bijie"].Limits;
        Assert.Equal(10, limits.Single(limit => limit.Code == LimitCodes.PetitionExtension).Amount);
        using var longer = new PackDirectory().With("bijie", pack => pack["limits"]!.AsArray().Add(Extension(31)));
        Assert.EndsWith(".amount", Assert.Single(RulePacks.Validate(longer.FullName)).Path, StringComparison.Ordinal);

        static JsonNode Extension(int days) => JsonNode.Parse($$"""
            {"code":"petition.handling-extension","name":"a","amount":{{days}},"unit":"calendar-day","effect":"extends",
             "citation":{"source":"a","article":"b","rules":[]} }
            """)!;
    }

    [Fact]
    public void A_file_of_a_new_name_adds_an_authority()
    {
        using var directory = new PackDirectory().With("zunyi", pack =>
        {
            pack["authority"] = "zunyi";
            pack["organisationCode"]!["value"] = "520300007";
        }, from: "bijie");
        Assert.Equal(5, RulePacks.Load(directory.FullName)["zunyi"].Limit("publication")!.Amount);
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_a_fault()
    {
        var missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal((missing, "不是目录"), (Assert.Single(RulePacks.Validate(missing)).File, RulePacks.Validate(missing)[0].Message));
    }
}
