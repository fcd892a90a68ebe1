using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>A warning of a pack reaches somebody: whoever does what it is about, or whoever reviews it.</summary>
public sealed class PackWarningsTests
{
    [Theory]
    [InlineData("bijie", WarnedAct.ChoosingGround, "under-deliberation,non-disclosure-list,undecided-documents")]
    [InlineData("gaotai", WarnedAct.ChoosingGround, "under-process")]
    [InlineData("bijie", WarnedAct.EnteringPreDisclosure, "pre-disclosure-maximum")]
    [InlineData("bijie", WarnedAct.RegisteringApplication, "purpose-test,identity-number")]
    [InlineData("bijie", WarnedAct.Consulting, "third-party-by-extension")]
    [InlineData("bijie", WarnedAct.Extending, "third-party-by-extension,extension-signatures")]
    [InlineData("bijie", WarnedAct.Replying,
        "purpose-test,secret-and-not-government-information,under-deliberation,non-disclosure-list,undecided-documents")]
    [InlineData("taishan", WarnedAct.ChoosingGround, "")]
    public void Each_act_has_its_warnings_in_the_packs_order(string authority, WarnedAct act, string codes)
        => Assert.Equal(codes.Split(',', StringSplitOptions.RemoveEmptyEntries),
            BureauPacks.Of(authority).At(act).Select(warning => warning.Code));

    /// <summary>Applications are registered by a service of their own; everything else is judged in a review.</summary>
    [Fact]
    public void Every_act_is_judged_by_the_review_of_a_flow_but_the_registration_of_an_application()
        => Assert.Equal(Enum.GetValues<WarnedAct>().Except([WarnedAct.RegisteringApplication]).Order(),
            FlowCodes.All.Select(PackWarnings.ReviewedBy).OfType<WarnedAct>().Distinct().Order());

    [Fact]
    public void A_warning_that_is_said_nowhere_is_a_fault()
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["warnings"]![0]!["acts"]!.AsArray().Clear());
        Assert.Equal("$.warnings[0].acts", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }
}
