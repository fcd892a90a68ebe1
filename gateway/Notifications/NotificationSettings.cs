using Disclosure.Gateway.Notifications.Channels;

namespace Disclosure.Gateway.Notifications;

/// <summary>Section <c>Notifications</c>: which channels this deployment has, and by which secret services are asked.</summary>
internal sealed class NotificationSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Notifications";

    /// <summary>The mail server; null where e-mail is no channel.</summary>
    public SmtpSettings? Smtp { get; private set; }

    /// <summary>The hook; null where it is no channel.</summary>
    public WebhookSettings? Webhook { get; private set; }

    /// <summary>Secret of the machine client; without a channel there is nothing to ask for.</summary>
    public string ClientSecret { get; private set; } = "";

    /// <exception cref="InvalidOperationException">Something is wrong: all of it is named.</exception>
    public void Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var section = configuration.GetSection(Section);
        Smtp = SmtpSettings.Of(section.GetSection("Smtp"), faults);
        Webhook = WebhookSettings.Of(section.GetSection("Webhook"), faults);
        ClientSecret = section["ClientSecret"] ?? "";
        if ((Smtp is not null || Webhook is not null) && ClientSecret.Length == 0) faults.Add($"{Section}:ClientSecret is missing.");
        if (faults.Count > 0) throw new InvalidOperationException(string.Join('\n', faults));
    }
}
