using System.Xml.Linq;
using Disclosure.Gateway.Portal;
using Xunit;

namespace Disclosure.Gateway.Tests.Portal;

/// <summary>One title does not take an authority's feed away.</summary>
public sealed class FeedTextTests
{
    [Theory]
    [InlineData("公告\uFFFF", "公告")]
    [InlineData("公\u0001告\uFFFE", "公告")]
    [InlineData("公告😀𠮷", "公告😀𠮷")]
    public void What_xml_cannot_write_is_left_out(string title, string written)
    {
        Assert.Equal(written, Feeds.Writable(title));
        // Half a pair, which an attribute of the test could not hold.
        Assert.Equal(written + "\uFFFD", Feeds.Writable(title + '\uD83D'));
        Assert.Equal(written, XElement.Parse(new XElement("title", Feeds.Writable(title)).ToString()).Value);
    }
}
