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
    public void A_file_of_a_new_name_adds_an_authority()
    {
        using var directory = new PackDirectory().With("zunyi", pack =>
        {
            pack["authority"] = "zunyi";
            pack["organisationCode"] = "520300007";
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
