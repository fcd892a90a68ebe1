using System.Net;
using Disclosure.Gateway.Security;
using Xunit;

namespace Disclosure.Gateway.Tests.Security;

/// <summary>Who has a whole network of addresses is one caller all the same.</summary>
public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    [InlineData("::1", "::2", false)]
    [InlineData("fe80::1%2", "fe80::2%2", true)]
    public void An_address_of_IPv6_counts_for_its_network(string one, string other, bool same)
        => Assert.Equal(same, CallerAddress.Of(IPAddress.Parse(one)) == CallerAddress.Of(IPAddress.Parse(other)));
}
