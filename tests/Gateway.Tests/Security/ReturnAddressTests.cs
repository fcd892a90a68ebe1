using Disclosure.Gateway.Security;
using Xunit;

namespace Disclosure.Gateway.Tests.Security;

/// <summary>Whoever is sent back stays on this site, whatever a stranger wrote into the link.</summary>
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("staff")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("/staff\r\nSet-Cookie: a=b")]
    [InlineData("/\u0000")]
    [InlineData("/\u0085/evil.example")]
    [InlineData("/a\\..\\/evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/a/..//evil.example")]
    [InlineData("/%2e//evil.example")]
    [InlineData(" /staff")]
    [InlineData("javascript:alert(1)")]
    public void What_could_lead_elsewhere_leads_home(string? wanted) => Assert.Equal("/home", ReturnAddress.Or(wanted, "/home"));

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/staff/items?state=draft&after=a%2Bb#top", "/staff/items?state=draft&after=a%2Bb#top")]
    [InlineData("/毕节", "/%E6%AF%95%E8%8A%82")]
    [InlineData("/bijie/search?q=政府 公报", "/bijie/search?q=%E6%94%BF%E5%BA%9C%20%E5%85%AC%E6%8A%A5")]
    [InlineData("/search?q=//evil.example", "/search?q=//evil.example")]
    [InlineData("/%09/evil.example", "/%09/evil.example")]
    [InlineData("/a@evil.example", "/a@evil.example")]
    public void A_page_of_this_site_is_an_address_that_a_header_can_carry(string wanted, string expected)
    {
        var address = ReturnAddress.Or(wanted, "/home");
        Assert.Equal(expected, address);
        Assert.True(address.All(char.IsAscii));
        Assert.Equal("site.example", new Uri(new Uri("https://site.example/"), address).Host);
    }

    [Fact]
    public void Half_a_letter_and_endless_addresses_harm_nothing()
    {
        Assert.True(ReturnAddress.Or("/\uD83D", "/home").All(char.IsAscii));
        Assert.Equal("/home", ReturnAddress.Or("/" + new string('a', ReturnAddress.MaxLength), "/home"));
    }
}
