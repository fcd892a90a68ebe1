using Disclosure.Gateway.Notifications;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>A channel that is not configured does not exist; one that is configured wrongly stops the start.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Without_its_section_a_channel_does_not_exist()
    {
        var settings = Read([]);

        Assert.Null(settings.Smtp);
        Assert.Null(settings.Webhook);
    }

    [Theory]
    [InlineData("None", null, 587)]
    [InlineData("StartTls", null, 587)]
    [InlineData("Tls", null, 465)]
    [InlineData("Tls", "2465", 2465)]
    public void A_mail_server_needs_a_host_and_a_sender(string security, string? port, int expected)
    {
        var settings = Read([("ClientSecret", "s"), ("Smtp:Host", "mail.test"), ("Smtp:From", "a@b.test"), ("Smtp:Security", security),
            ("Smtp:Port", port)]);

        Assert.Equal((expected, "政务公开平台"), (settings.Smtp!.Port, settings.Smtp.From.Name));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read([("Smtp:Port", "x"), ("Smtp:Security", "ssl"),
            ("Smtp:UserName", "u"), ("Webhook:Address", "http://hook.example/"), ("Webhook:Secret", "short")]));

        Assert.Equal(["Notifications:Smtp:Host", "Notifications:Smtp:Security", "Notifications:Smtp:Port", "Notifications:Smtp:From",
            "Notifications:Smtp:UserName", "Notifications:Webhook:Address", "Notifications:Webhook:Secret"],
            refusal.Message.Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("mail.test", "a password is not sent unprotected")]
    [InlineData("127.0.0.1", null)]
    public void A_password_goes_to_no_other_machine_without_TLS(string host, string? refusal)
    {
        (string, string?)[] section = [("ClientSecret", "s"), ("Smtp:Host", host), ("Smtp:From", "a@b.test"), ("Smtp:Security", "None"),
            ("Smtp:UserName", "u"), ("Smtp:Password", "p")];
        if (refusal is null) Assert.NotNull(Read(section).Smtp!.Account);
        else Assert.Contains(refusal, Assert.Throws<InvalidOperationException>(() => Read(section)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://hook.example/send?key=1", true)]
    [InlineData("http://127.0.0.1:9/", true)]
    [InlineData("http://hook.example/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("https://user@hook.example/", false)]
    [InlineData("hook", false)]
    public void A_hook_is_reached_by_https_or_on_this_machine(string address, bool taken)
    {
        (string, string?)[] section = [("ClientSecret", "s"), ("Webhook:Address", address), ("Webhook:Secret", new string('s', 16))];
        if (taken) Assert.NotNull(Read(section).Webhook);
        else Assert.Contains("Notifications:Webhook:Address", Assert.Throws<InvalidOperationException>(() => Read(section)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_needs_the_secret_by_which_services_are_asked()
        => Assert.Contains("Notifications:ClientSecret", Assert.Throws<InvalidOperationException>(()
            => Read([("Smtp:Host", "mail.test"), ("Smtp:From", "a@b.test")])).Message, StringComparison.Ordinal);

    private static NotificationSettings Read((string Key, string? Value)[] section)
    {
        var settings = new NotificationSettings();
        settings.Read(new ConfigurationBuilder().AddInMemoryCollection(section.Where(pair => pair.Value is not null)
            .ToDictionary(pair => "Notifications:" + pair.Key, pair => pair.Value)).Build());
        return settings;
    }
}
