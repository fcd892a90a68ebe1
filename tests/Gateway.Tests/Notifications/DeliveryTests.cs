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

/// <summary>What leaves the page, to whom and when: from the message of a service to the mail server.</summary>
public sealed partial class DeliveryTests : IAsyncLifetime
{
    private const string Title = "关于开放城市公园的通知";

    private readonly Receiver officer = NotificationHost.Person("officer");
    private NotificationHost host = null!;

    public async ValueTask InitializeAsync() => host = await NotificationHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Whoever_has_asked_for_nothing_is_sent_nothing_and_leaves_no_row()
    {
        await host.RaiseAsync(officer, Title);
        await host.ChooseAsync(officer, Delivery.Off);
        await host.RaiseAsync(officer, Title);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.SendAsync();

        Assert.Empty(host.Mail.Mails);
        Assert.Empty(await host.DeliveriesAsync());
        Assert.Empty(host.Keeper.Asked);
    }

    [Fact]
    public async Task At_once_is_one_mail_with_the_title_and_a_link_to_the_notice()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        var id = (await host.RaiseAsync(officer, Title))[0];
        await host.SendAsync();
        await host.SendAsync();

        var mail = Assert.Single(host.Mail.Mails);
        Assert.Equal("officer@bureau.test", Assert.IsType<MailboxAddress>(Assert.Single(mail.To)).Address);
        Assert.Equal("政务公开平台：1 条新通知", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            Assert.Contains(Title, body, StringComparison.Ordinal);
            Assert.Contains($"https://zwgk.example.gov.cn/staff/notices/review/{id}", body, StringComparison.Ordinal);
        }

        var delivery = Assert.Single(await host.DeliveriesAsync());
        Assert.Equal((DeliveryOutcome.Sent, host.Clock.GetUtcNow()), (delivery.Outcome, delivery.FinishedAt));
        Assert.Equal($"{delivery.Batch:N}@bureau.test", mail.MessageId);
        Assert.Equal([("/token", null), ("/api/review/bijie/notices/holding", "token-of-authority-bijie")], host.Keeper.Asked);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_again_shortly_before_it_expires()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        for (var n = 0; n < 3; n++)
        {
            await host.RaiseAsync(officer, Title);
            await host.SendAsync();
        }

        Assert.Equal(1, host.Keeper.Asked.Count(asked => asked.Address == "/token"));
        Assert.Equal(3, host.Mail.Mails.Count);
    }

    [Fact]
    public async Task What_comes_in_quiet_hours_is_sent_at_their_end()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        host.Clock.Advance(TimeSpan.FromHours(13));
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        host.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(29));
        await host.SendAsync();
        Assert.Empty(host.Mail.Mails);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync();

        Assert.Single(host.Mail.Mails);
    }

    [Fact]
    public async Task A_digest_gathers_a_day_into_one_mail()
    {
        await host.ChooseAsync(officer, Delivery.Digest);
        foreach (var title in (string[])["第一件", "第二件", "第三件"])
        {
            await host.RaiseAsync(officer, title);
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        await host.SendAsync();
        Assert.Empty(host.Mail.Mails);
        host.Clock.Advance(TimeSpan.FromHours(19.5));
        await host.SendAsync();

        var mail = Assert.Single(host.Mail.Mails);
        Assert.Equal("政务公开平台：3 条新通知", mail.Subject);
        Assert.Matches("(?s)第一件.*第二件.*第三件", mail.TextBody);
    }

    [Fact]
    public async Task What_no_longer_holds_is_not_sent_and_what_a_service_says_of_others_neither()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        var ids = await host.RaiseAsync(officer, "已经办了", "还没有办", "别人的");
        host.Keeper.Holding.TryRemove(ids[0], out _);
        host.Keeper.Holding[ids[2]] = host.Keeper.Holding[ids[2]] with { Receiver = "subject-head" };
        await host.SendAsync();

        var mail = Assert.Single(host.Mail.Mails);
        Assert.Contains("还没有办", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("已经办了", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("别人的", mail.TextBody, StringComparison.Ordinal);
        var outcomes = (await host.DeliveriesAsync()).ToDictionary(delivery => delivery.NoticeId, delivery => delivery.Outcome);
        Assert.Equal([DeliveryOutcome.Dropped, DeliveryOutcome.Sent, DeliveryOutcome.Dropped], ids.Select(id => outcomes[id]!.Value));
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_holds_any_more()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        var id = (await host.RaiseAsync(officer, Title))[0];
        host.Keeper.Holding.TryRemove(id, out _);
        await host.SendAsync();

        Assert.Empty(host.Mail.Mails);
        Assert.Equal(DeliveryOutcome.Dropped, Assert.Single(await host.DeliveriesAsync()).Outcome);
    }

    [Fact]
    public async Task Whoever_switches_it_off_is_not_sent_what_was_on_its_way()
    {
        await host.ChooseAsync(officer, Delivery.Digest);
        await host.RaiseAsync(officer, Title);
        await host.ChooseAsync(officer, Delivery.Off);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.SendAsync();

        Assert.Empty(host.Mail.Mails);
        Assert.Equal(DeliveryOutcome.Dropped, Assert.Single(await host.DeliveriesAsync()).Outcome);
    }

    [Fact]
    public async Task The_address_is_the_identity_providers_of_the_last_sign_in_and_is_kept_encrypted()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        SignIn("new@bureau.test", "true");
        await HasAddressOf("new@bureau.test");
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        Assert.Equal("new@bureau.test", ((MailboxAddress)Assert.Single(host.Mail.Mails).To[0]).Address);

        // An address that nobody vouches for is none.
        SignIn("third@bureau.test", "false");
        await HasAddressOf(null);
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        Assert.Single(host.Mail.Mails);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from notification_preferences p where p::text like '%@%'").SingleAsync()));
        var facts = await host.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Position).Select(e => e.Act).ToListAsync());
        Assert.Equal(["notifications-readdressed", "notifications-chosen", "notifications-readdressed", "notifications-readdressed"],
            facts);
    }

    [Fact]
    public async Task A_sign_in_of_somebody_without_settings_makes_none()
    {
        SignIn("new@bureau.test", "true");
        await host.ChooseAsync(NotificationHost.Person("other"), Delivery.AtOnce);
        SignIn("new@bureau.test", "true", "other");
        await HasAddressOf("new@bureau.test", "other");

        Assert.Equal(1, await host.InDatabaseAsync(db => db.Preferences.CountAsync()));
    }

    [Fact]
    public async Task Finished_deliveries_are_forgotten_after_a_month()
    {
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        // Later than the relay's last sweep; its poll is on the same clock.
        host.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Single(await host.DeliveriesAsync());
        host.Clock.Advance(TimeSpan.FromDays(2));

        await Eventually.Holds(async () =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await host.DeliveriesAsync()).Count == 0;
        }, "the delivery is forgotten");
    }

    [Fact]
    public async Task No_log_names_a_person_an_address_or_a_title()
    {
        host.Mail.Refused = "officer";
        await host.ChooseAsync(officer, Delivery.AtOnce);
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        host.Keeper.IsAway = true;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.SendAsync();
        host.Keeper.IsAway = false;
        host.Mail.Refused = null;
        await host.RaiseAsync(officer, Title);
        await host.SendAsync();
        SignIn("new@bureau.test", "true");
        await HasAddressOf("new@bureau.test");

        Assert.Single(host.Mail.Mails);
        Assert.Contains(host.Log.Lines, line => line.Contains("SmtpCommandException", StringComparison.Ordinal));
        foreach (var secret in (string[])[Title, "bureau.test", "subject-officer", "bijie-officer", "token-of"])
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private void SignIn(string email, string verified, string name = "officer")
    {
        var person = new ClaimsPrincipal(new ClaimsIdentity([new("sub", "subject-" + name), new("preferred_username", $"bijie-{name}"),
            new("name", name), new("authority", "bijie"), new("unit", "art"), new("email", email),
            new("email_verified", verified)], "test"));
        foreach (var observer in host.Services.GetServices<ISignInObserver>()) observer.SignedIn(person);
    }

    private Task HasAddressOf(string? address, string name = "officer") => Eventually.Holds(() => host.InDatabaseAsync(async db =>
    {
        var kept = await db.Preferences.AsNoTracking().SingleAsync(p => p.Subject == "subject-" + name);
        var protector = host.Services.GetRequiredService<ServiceDefaults.Persistence.ColumnProtector>();
        var place = NotificationPreferences.PlaceOf(kept.Authority, kept.Subject);
        return (kept.ProtectedAddress is { } text ? protector.Unprotect(text, place) : null) == address;
    }), "the address is that of the last sign-in");
}
