using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Routing;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Asks the service that keeps a notice whether it still holds, and what it says to its receiver today.</summary>
internal sealed class HeldNotices(IHttpClientFactory clients, MachineTokens tokens)
{
    /// <summary>Name of the client of a service; one each, so that one that is down closes the way to no other.</summary>
    public static string Client(string service) => $"notices-{service}";

    /// <summary>Those of the notices that may be sent, the oldest first.</summary>
    /// <exception cref="HttpRequestException">The service does not answer, or is none.</exception>
    public async Task<IReadOnlyList<HoldingNotice>> OfAsync(string service, string authority, IReadOnlyList<Guid> ids,
        CancellationToken cancellation)
    {
        // The name comes from a message: it becomes an address only where there is such a service.
        if (!ServiceRoutes.Services.Contains(service)) throw new HttpRequestException("There is no such service.");
        using var request = new HttpRequestMessage(HttpMethod.Post,
            new Uri($"http://{service}/api/{service}/{Uri.EscapeDataString(authority)}/notices/holding"));
        request.Content = JsonContent.Create(new HoldingRequest(ids), options: JsonDialect.Client);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.OfAsync(authority, cancellation));
        using var http = clients.CreateClient(Client(service));
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) tokens.Forget(authority);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<HoldingNotices>(JsonDialect.Client, cancellation))!.Notices;
    }
}
