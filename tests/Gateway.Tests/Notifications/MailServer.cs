using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Disclosure.Hosting.Processes;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>A mail server of the test's own, to be stopped and started again at its port.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Inbox inbox = new();
    private CancellationTokenSource? running;
    private SmtpServer.SmtpServer? server;
    private Task serving = Task.CompletedTask;

    public int Port { get; } = FreePort.Next();

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. inbox.Mails];

    /// <summary>Refuses receivers whose address holds this text, naming them as servers do.</summary>
    public string? Refused { set => inbox.Refused = value; }

    /// <summary>Certificate of the server; without one it speaks no TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    public MailServer Start()
    {
        running = new CancellationTokenSource();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)inbox);
        services.Add((IMailboxFilter)inbox);
        var endpoint = new EndpointDefinitionBuilder().Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
        if (Certificate is not null) endpoint.Certificate(Certificate);
        var options = new SmtpServerOptionsBuilder().ServerName("mail.test").Endpoint(endpoint.Build()).Build();
        server = new SmtpServer.SmtpServer(options, services);
        serving = server.StartAsync(running.Token);
        return this;
    }

    public async Task StopAsync()
    {
        if (running is null) return;
        server!.Shutdown();
        await server.ShutdownTask;
        await running.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        running.Dispose();
        running = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private sealed class Inbox : MessageStore, IMailboxFilter
    {
        public ConcurrentQueue<MimeMessage> Mails { get; } = new();

        public string? Refused { get; set; }

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream(buffer.ToArray());
            Mails.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            return SmtpResponse.Ok;
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, SmtpServer.Mail.IMailbox from, int size,
            CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, SmtpServer.Mail.IMailbox to, SmtpServer.Mail.IMailbox from,
            CancellationToken cancellationToken)
            => Task.FromResult(Refused is null || !$"{to.User}@{to.Host}".Contains(Refused, StringComparison.Ordinal));
    }
}
