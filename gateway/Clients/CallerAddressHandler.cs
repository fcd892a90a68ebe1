namespace Disclosure.Gateway.Clients;

/// <summary>Tells a service whose browser the gateway acts for, as the proxy does: the audit chain names the person's address, not
/// ours.</summary>
internal sealed class CallerAddressHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    private const string Header = "X-Forwarded-For";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(Header);
        if (accessor.HttpContext?.Connection.RemoteIpAddress is { } address) request.Headers.Add(Header, address.ToString());
        return base.SendAsync(request, cancellationToken);
    }
}
