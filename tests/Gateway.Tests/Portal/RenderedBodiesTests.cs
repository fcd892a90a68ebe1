using Disclosure.Gateway.Portal;
using Xunit;

namespace Disclosure.Gateway.Tests.Portal;

/// <summary>A body is rendered once, whoever opens it.</summary>
public sealed class RenderedBodiesTests
{
    [Fact]
    public async Task Many_who_open_a_text_at_once_wait_for_one_rendering()
    {
        using var bodies = new RenderedBodies();
        var body = string.Concat(Enumerable.Repeat("段落\n\n", 20_000));

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bodies.ToHtml(body).Value)));

        Assert.Single(pages.Distinct());
        Assert.Equal(1, bodies.Renderings);
        Assert.Equal("<p>另一段</p>\n", bodies.ToHtml("另一段").Value);
        Assert.Equal(2, bodies.Renderings);
    }
}
