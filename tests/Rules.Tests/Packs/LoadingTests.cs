using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class LoadingTests
{
    public static readonly RulePacks Packs = RulePacks.Load();

    [Fact]
    public void The_five_bureaus_load()
    {
        Assert.Equal(["bijie", "gaotai", "jiangxi", "taishan", "xinyuan"], Packs.All.Select(pack => pack.Authority));
        Assert.False(Packs.TryGet("national", out _));
        Assert.False(Packs.TryGet("nowhere", out _));
    }

    [Theory]
    [InlineData("gaotai", "高台县文体广电和旅游局")]
    [InlineData("xinyuan", "新源县文化体育广播电视和旅游局")]
    [InlineData("bijie", "毕节市文化广电旅游局")]
    [InlineData("jiangxi", "江西省文化厅")]
    [InlineData("taishan", "台山市文化广电旅游体育局")]
    public void Every_bureau_has_every_flow_a_portal_and_an_office(string authority, string name)
    {
        var pack = Packs[authority];
        Assert.Equal(name, pack.Name);
        Assert.Equal(FlowCodes.All.Order(), pack.Flows.Select(flow => flow.Code).Order());
        Assert.Contains(pack.Channels, channel => channel.Code == "portal");
        Assert.NotNull(pack.Unit("office"));
        Assert.All(Enum.GetValues<DisclosureAttribute>(), attribute => Assert.Contains(pack.Grounds, ground => ground.Attribute == attribute));
    }
}
