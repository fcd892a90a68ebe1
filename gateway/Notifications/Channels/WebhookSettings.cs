using System.Text;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>The deployment's hook (短信网关、工作群); section <c>Notifications:Webhook</c>.</summary>
internal sealed record WebhookSettings(Uri Address, byte[] Secret)
{
    private const int LeastSecret = 16;

    /// <summary>What the section says; null where it names no hook.</summary>
    /// <param name="section">The section.</param>
    /// <param name="faults">Takes everything that is wrong with it.</param>
    public static WebhookSettings? Of(IConfigurationSection section, List<string> faults)
    {
        if (!section.Exists()) return null;
        var before = faults.Count;
        if (!Uri.TryCreate(section["Address"], UriKind.Absolute, out var address)) faults
            .Add($"{section.Path}:Address is missing or no address.");
        else if (address.UserInfo.Length > 0 || !IsProtected(address)) faults
            .Add($"{section.Path}:Address begins with https://, or with http:// on this machine, and names no user.");
        var secret = Encoding.UTF8.GetBytes(section["Secret"] ?? "");
        if (secret.Length < LeastSecret) faults.Add($"{section.Path}:Secret is missing or shorter than {LeastSecret} bytes.");
        return faults.Count > before ? null : new WebhookSettings(address!, secret);
    }

    private static bool IsProtected(Uri address)
        => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
