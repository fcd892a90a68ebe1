using System.Security.Claims;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.Notifications.Preferences;
using Disclosure.Gateway.Notifications.Sending;
using Disclosure.Gateway.SignIn;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>What failed is tried again, by whoever is there, and reaches its receiver once.</summary>
public sealed partial class DeliveryTests
{
    [Fact]
    public async Task While_the_mail_server_is_down_a_mail_waits_longer_each_time_and_is_then_sent_once()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, Title);
        await host.Mail.StopAsync();
        foreach (var minutes in (int[])[1, 2, 4])
        {
            await host.SendAsync();
            var waiting = Assert.Single(await host.DeliveriesAsync());
            Assert.Equal((null, host.Clock.GetUtcNow().AddMinutes(minutes)), (waiting.Outcome, waiting.NotBefore));
            host.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        host.Mail.Start();
        await host.SendAsync();
        await host.SendAsync();

        Assert.Single(host.Mail.Mails);
        var sent = Assert.Single(await host.DeliveriesAsync());
        Assert.Equal((DeliveryOutcome.Sent, 4), (sent.Outcome, sent.Attempts));
    }

    [Fact]
    public async Task An_attempt_that_is_repeated_keeps_to_quiet_hours()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        host.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        await host.RaiseAsync(officer, Title);
        host.Keeper.IsAway = true;
        await host.SendAsync();
        host.Keeper.IsAway = false;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync();
        Assert.Empty(host.Mail.Mails);
        Assert.Equal(NotificationHost.Start.AddHours(21.5), Assert.Single(await host.DeliveriesAsync()).NotBefore);

        host.Clock.Advance(TimeSpan.FromHours(9.5));
        await host.SendAsync();

        Assert.Single(host.Mail.Mails);
    }

    [Fact]
    public async Task A_notice_that_is_raised_twice_is_sent_once()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        var id = (await host.RaiseAsync(officer, Title))[0];
        await host.SendAsync();
        await host.RaiseAsync([host.Keeper.Holding[id]]);
        await host.SendAsync();

        Assert.Single(host.Mail.Mails);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_asked_again_and_given_up_after_a_day()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, Title);
        host.Keeper.IsAway = true;
        await host.SendAsync();
        Assert.Null(Assert.Single(await host.DeliveriesAsync()).Outcome);
        host.Clock.Advance(TimeSpan.FromHours(24));
        await host.SendAsync();

        Assert.Equal(DeliveryOutcome.GivenUp, Assert.Single(await host.DeliveriesAsync()).Outcome);
        Assert.Contains(host.Log.Lines, line => line.Contains("given up (HttpRequestException)", StringComparison.Ordinal));
        Assert.Empty(host.Mail.Mails);
    }

    [Fact]
    public async Task Of_several_workers_at_a_time_each_mail_is_sent_by_one()
    {
        var people = Enumerable.Range(0, 6).Select(n => NotificationHost.Person($"person-{n}")).ToList();
        foreach (var person in people)
        {
            await host.ChooseAsync(person, Delivery.AtOnce);
            await host.RaiseAsync(person, "第一件", "第二件", "第三件");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.SendAsync()));

        Assert.Equal(people.Select(person => person.Address), host.Mail.Mails.Select(mail => ((MailboxAddress)mail.To[0]).Address)
            .Order(StringComparer.Ordinal));
        Assert.All(host.Mail.Mails, mail => Assert.Equal("政务公开平台：3 条新通知", mail.Subject));
    }

    [Fact]
    public async Task What_a_gateway_took_and_did_not_send_before_it_died_is_sent_by_another_as_the_same_message()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, Title);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var due = scope.ServiceProvider.GetRequiredService<DueDeliveries>();
            Assert.NotNull(await due.TakeAsync((await due.ReceiversAsync(CancellationToken.None))[0], CancellationToken.None));
        }

        await host.SendAsync();
        Assert.Empty(host.Mail.Mails);
        var taken = Assert.Single(await host.DeliveriesAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.SendAsync();

        Assert.Equal($"{taken.Batch:N}@bureau.test", Assert.Single(host.Mail.Mails).MessageId);
    }
}
