using System.Globalization;
using System.Net;
using Disclosure.Kernel;
using MimeKit;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>How the connection to a mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By TLS that the client asks for; without it nothing is sent.</summary>
    StartTls,

    /// <summary>By TLS from the first byte on.</summary>
    Tls,
}

/// <summary>The bureau's mail server; section <c>Notifications:Smtp</c>.</summary>
internal sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, NetworkCredential? Account, MailboxAddress From)
{
    private const string UsualName = "政务公开平台";

    /// <summary>What the section says; null where it names no server.</summary>
    /// <param name="section">The section.</param>
    /// <param name="faults">Takes everything that is wrong with it.</param>
    public static SmtpSettings? Of(IConfigurationSection section, List<string> faults)
    {
        var before = faults.Count;
        if (!section.Exists()) return null;
        var host = section["Host"];
        if (string.IsNullOrWhiteSpace(host)) faults.Add($"{section.Path}:Host is missing.");
        var security = SmtpSecurity.StartTls;
        if (section["Security"] is { Length: > 0 } word && !Enum.GetNames<SmtpSecurity>().Contains(word, StringComparer.Ordinal))
            faults.Add($"{section.Path}:Security is '{word}'; it is one of {string.Join(", ", Enum.GetNames<SmtpSecurity>())}.");
        else if (section["Security"] is { Length: > 0 } name) security = Enum.Parse<SmtpSecurity>(name);
        var port = security == SmtpSecurity.Tls ? 465 : 587;
        if (section["Port"] is { Length: > 0 } number
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536))
            faults.Add($"{section.Path}:Port is '{number}'; it is a number from 1 to 65535.");
        // The parser takes a name without a domain as well.
        if (!MailboxAddress.TryParse(section["From"], out var from) || from.Domain.Length == 0) faults
            .Add($"{section.Path}:From is missing or no e-mail address.");
        var (user, password) = (Text(section["UserName"]), Text(section["Password"]));
        if (user is null != password is null) faults.Add($"{section.Path}:UserName and :Password are given together or not at all.");
        if (security == SmtpSecurity.None && user is not null && !IsThisMachine(host))
            faults.Add($"{section.Path}:Security is None: a password is not sent unprotected to another machine.");
        return faults.Count > before ? null : new SmtpSettings(host!, port, security,
            user is null ? null : new NetworkCredential(user, password),
            new MailboxAddress(Text(section["FromName"]) ?? UsualName, from!.Address));
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static bool IsThisMachine(string? host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
