using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Disclosure.Gateway.Notifications.Channels;
using Disclosure.Gateway.Notifications.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>What the deployment's hook is posted, and how it knows that it was we.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "a secret of the hook";

    private readonly ConcurrentQueue<(string Path, Dictionary<string, string> Headers, byte[] Body)> posted = new();
    private WebApplication hook = null!;
    private NotificationHost host = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        hook = builder.Build();
        hook.MapPost("/{where}", async (HttpContext http, string where) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            posted.Enqueue((where, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body.ToArray()));
            return Answer;
        });
        await hook.StartAsync();
        host = await NotificationHost.StartAsync(false, ("Notifications:Webhook:Address", hook.Urls.Single() + "/hook"),
            ("Notifications:Webhook:Secret", Secret));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await hook.DisposeAsync();
    }

    private IResult Answer { get; set; } = Results.NoContent();

    [Fact]
    public async Task It_is_posted_account_titles_and_links_signed_over_time_and_body()
    {
        var officer = NotificationHost.Person("officer");
        await host.ChooseAsync(officer, Delivery.Off, Delivery.AtOnce);
        var id = (await host.RaiseAsync(officer, "关于开放城市公园的通知"))[0];
        await host.SendAsync();

        var (path, headers, body) = Assert.Single(posted);
        Assert.Equal("hook", path);
        var timestamp = headers[WebhookChannel.TimestampHeader];
        Assert.Equal($"{host.Clock.GetUtcNow().ToUnixTimeSeconds()}", timestamp);
        Assert.Equal(WebhookChannel.Sign(Encoding.UTF8.GetBytes(Secret), timestamp, body), headers[WebhookChannel.SignatureHeader]);
        Assert.Equal((await host.DeliveriesAsync()).Single().Batch.ToString(), headers[WebhookChannel.IdHeader]);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(["receiver", "authority", "notices"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("bijie-officer", "bijie"), (json.RootElement.GetProperty("receiver").GetString(),
            json.RootElement.GetProperty("authority").GetString()));
        var notice = Assert.Single(json.RootElement.GetProperty("notices").EnumerateArray());
        Assert.Equal(["kind", "title", "link", "at"], notice.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("offered", "关于开放城市公园的通知", $"https://zwgk.example.gov.cn/staff/notices/review/{id}"),
            (notice.GetProperty("kind").GetString(), notice.GetProperty("title").GetString(), notice.GetProperty("link").GetString()));
        Assert.Empty(host.Mail.Mails);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("/hook", StringComparison.Ordinal));
    }

    [Fact]
    public void The_signature_is_the_one_that_others_compute()
        // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
        => Assert.Equal("sha256=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae",
            WebhookChannel.Sign("key"u8, "1700000000", "{}"u8));

    [Theory]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_it_does_not_take_is_posted_once_an_attempt_and_nowhere_else(HttpStatusCode status)
    {
        Answer = status == HttpStatusCode.TemporaryRedirect ? Results.Redirect("/elsewhere", preserveMethod: true)
            : Results.StatusCode((int)status);
        var officer = NotificationHost.Person("officer");
        await host.ChooseAsync(officer, Delivery.Off, Delivery.AtOnce);
        await host.RaiseAsync(officer, "关于开放城市公园的通知");
        await host.SendAsync();

        Assert.Equal("hook", Assert.Single(posted).Path);
        Assert.Null((await host.DeliveriesAsync()).Single().Outcome);
        Answer = Results.NoContent();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync();
        Assert.Equal(2, posted.Count);
        Assert.Single(posted.Select(one => one.Headers[WebhookChannel.IdHeader]).Distinct());
    }
}
