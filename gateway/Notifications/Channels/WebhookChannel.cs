using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.ServiceDefaults.Http;
using OpenTelemetry;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>短信或工作群: posts to the deployment's hook, which knows people by their account names.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, IHttpClientFactory clients, TimeProvider clock) : INotificationChannel
{
    /// <summary>Name of the client.</summary>
    public const string Client = "notification-hook";

    /// <summary>Identity of the message, the same for every attempt.</summary>
    public const string IdHeader = "X-Disclosure-Delivery";

    /// <summary>When it was signed, seconds since 1970.</summary>
    public const string TimestampHeader = "X-Disclosure-Timestamp";

    /// <summary><c>sha256=</c> and the signature, lower-case hex.</summary>
    public const string SignatureHeader = "X-Disclosure-Signature";

    public NotificationChannel Kind => NotificationChannel.Webhook;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new HookBody(message.UserName, message.Authority,
            [.. message.Notices.Select(notice => new HookNotice(notice.Kind, notice.Title, notice.Link, notice.At))]),
            JsonDialect.Client);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(IdHeader, message.Id.ToString());
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Sign(settings.Secret, timestamp, body));
        // The hook's address may be half a password: it is in no trace either.
        using var untraced = SuppressInstrumentationScope.Begin();
        using var http = clients.CreateClient(Client);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        // A redirect is no acceptance either: what is signed for one address goes to no other.
        response.EnsureSuccessStatusCode();
    }

    /// <summary>HMAC-SHA256 over the timestamp, a full stop and the body.</summary>
    public static string Sign(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body)
        => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, [.. Encoding.ASCII.GetBytes(timestamp), (byte)'.', .. body]));

    private sealed record HookBody(string Receiver, string Authority, IReadOnlyList<HookNotice> Notices);

    private sealed record HookNotice(NoticeKind Kind, string Title, Uri Link, DateTimeOffset At);
}
