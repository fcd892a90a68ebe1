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

    [Fact]
    public async Task Who_opens_a_text_waits_for_no_other()
    {
        using var opened = new ManualResetEventSlim();
        using var bodies = new RenderedBodies(body =>
        {
            if (body == "慢") Assert.True(opened.Wait(TimeSpan.FromMinutes(1), CancellationToken.None));
            return body;
        });
        var slow = Task.Run(() => bodies.ToHtml("慢"), TestContext.Current.CancellationToken);

        Assert.Equal("快", await Task.Run(() => bodies.ToHtml("快").Value, TestContext.Current.CancellationToken));
        opened.Set();

        Assert.Equal("慢", (await slow).Value);
    }
}
