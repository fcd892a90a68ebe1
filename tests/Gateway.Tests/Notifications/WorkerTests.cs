using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.Notifications.Sending;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>The queue is looked at without anybody's asking.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_notice_is_sent_within_the_workers_interval()
    {
        // Without the site's addresses links lead to this machine.
        await using var host = await NotificationHost.StartAsync(works: true, ("Site:Addresses", ""));
        var officer = NotificationHost.Person("officer");
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, "关于开放城市公园的通知");
        host.Clock.Advance(DeliveryWorker.Interval);

        await Eventually.Holds(() => Task.FromResult(host.Mail.Mails.Count == 1), "the mail was sent");
        Assert.Contains($"\nhttp://localhost:{host.Address.Port}/staff/notices/review/", host.Mail.Mails[0].TextBody,
            StringComparison.Ordinal);
    }
}
