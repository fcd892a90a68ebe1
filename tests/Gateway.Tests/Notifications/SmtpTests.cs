using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Notifications.Channels;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>How the connection to the mail server is protected.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_sent_nothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await using var server = new MailServer
        {
            Certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null),
        }.Start();

        await Assert.ThrowsAsync<SslHandshakeException>(() => SendAsync(server, SmtpSecurity.StartTls));

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_sent_nothing_where_TLS_is_asked_for()
    {
        await using var server = new MailServer().Start();

        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(server, SmtpSecurity.StartTls));
        Assert.Empty(server.Mails);
        await SendAsync(server, SmtpSecurity.None);
        Assert.Single(server.Mails);
    }

    private static Task SendAsync(MailServer server, SmtpSecurity security)
        => new SmtpChannel(new SmtpSettings("127.0.0.1", server.Port, security, null, new MailboxAddress("政务公开平台", "notices@bureau.test")),
            TimeProvider.System).SendAsync(new OutgoingMessage(Guid.CreateVersion7(), "bijie", "bijie-officer", "officer@bureau.test",
                [new OutgoingNotice(NoticeKind.Offered, "标题", new Uri("https://zwgk.example.gov.cn/"), DateTimeOffset.UnixEpoch)]),
                CancellationToken.None);
}
