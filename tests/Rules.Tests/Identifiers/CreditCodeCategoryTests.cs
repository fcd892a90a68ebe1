using Disclosure.Rules.Identifiers;
using Xunit;

namespace Disclosure.Rules.Tests.Identifiers;

/// <summary>GB 32100-2015 表1: each registering authority has its categories; the region is one.</summary>
public sealed class CreditCodeCategoryTests
{
    [Theory]
    [InlineData("91520502MA6ABCDE70")]
    [InlineData("12520500MA6ABCDE78")]
    [InlineData("91100000MA6ABCDE76")]
    [InlineData("54520502MA6ABCDE7T")]
    [InlineData("55520502MA6ABCDE7P")]
    [InlineData("Y1520502MA6ABCDE7A")]
    [InlineData("N3520502MA6ABCDE7C")]
    [InlineData("\u202D91520502MA6ABCDE70\u202C")]
    public void A_category_of_its_authority_is_accepted(string value)
        => Assert.True(SocialCreditCode.Check(value).Valid, SocialCreditCode.Check(value).Reason);

    [Theory]
    [InlineData("9T520502MA6ABCDE7J", "第 2 位“T”不是")]
    [InlineData("90520502MA6ABCDE73", "第 2 位“0”不是")]
    [InlineData("A2520502MA6ABCDE7U", "第 2 位“2”不是")]
    [InlineData("14520502MA6ABCDE7Y", "第 2 位“4”不是")]
    [InlineData("91000000MA6ABCDE7F", "“000000”不是行政区划代码")]
    [InlineData("91999999MA6ABCDE7C", "“999999”不是行政区划代码")]
    public void Another_category_or_no_region_says_so(string value, string reason)
    {
        var check = SocialCreditCode.Check(value);
        Assert.False(check.Valid);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202D52050219900101001X\u202C")]
    [InlineData("520502\u200B19900101\uFEFF001X")]
    [InlineData("952084019900101001")]
    [InlineData("932682198501010017")]
    [InlineData("810000199001010019")]
    [InlineData("830000196912310039")]
    public void An_identity_number_is_read_through_what_nobody_sees_and_for_foreigners_too(string value)
    {
        var check = IdentityCard.Check(value, new DateOnly(2026, 11, 30));
        Assert.True(check.Valid, check.Reason);
        Assert.Equal(18, check.Normalized!.Length);
    }

    [Theory]
    [InlineData("00000019900101001X")]
    [InlineData("99999919900101001X")]
    [InlineData("900502199001010011")]
    public void A_region_that_is_none_is_refused(string value)
        => Assert.Contains("不是省级行政区划", IdentityCard.Check(value, new DateOnly(2026, 11, 30)).Reason, StringComparison.Ordinal);
}
