using Disclosure.Gateway.Notifications.Domain;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>电子邮件, through the bureau's own mail server.</summary>
internal sealed class SmtpChannel(SmtpSettings settings, TimeProvider clock) : INotificationChannel
{
    private const int StepTimeout = 15_000;

    public NotificationChannel Kind => NotificationChannel.Email;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var mail = Compose(message);
        using var client = new SmtpClient
        {
            Timeout = StepTimeout,
            // The certificate is checked. Lists of revoked ones lie in networks that a bureau's servers mostly do not reach.
            CheckCertificateRevocation = false,
        };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, cancellation);
        if (settings.Account is { } account) await client.AuthenticateAsync(account, cancellation);
        await client.SendAsync(mail, cancellation);
        await LeaveAsync(client, cancellation);
    }

    /// <summary>The server has taken the message: how it says good-bye changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception)
        {
            // As above.
        }
    }

    private MimeMessage Compose(OutgoingMessage message)
    {
        var words = NoticeMail.Of(message);
        var mail = new MimeMessage
        {
            // Whoever receives an attempt twice is shown it once.
            MessageId = $"{message.Id:N}@{settings.From.Domain}",
            Date = clock.GetUtcNow(),
            Subject = words.Subject,
            Body = new BodyBuilder { TextBody = words.Text, HtmlBody = words.Html }.ToMessageBody(),
        };
        mail.From.Add(settings.From);
        mail.To.Add(new MailboxAddress(null, message.Address ?? throw new InvalidOperationException("An e-mail needs an address.")));
        // No answer by a machine: nobody reads it.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }
}
