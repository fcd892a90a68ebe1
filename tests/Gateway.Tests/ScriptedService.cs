using System.Net;
using System.Text;

namespace Disclosure.Gateway.Tests;

/// <summary>A service that answers what the test says, and counts who asked.</summary>
internal sealed class ScriptedService(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int asked;

    public ScriptedService(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : this((request, _) => answer(request)) { }

    public ScriptedService(HttpStatusCode status, string body = "{}") : this((_, _) => Task.FromResult(Answer(status, body))) { }

    /// <summary>How many requests reached the service.</summary>
    public int Asked => Volatile.Read(ref asked);

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}")
        => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return answer(request, cancellationToken);
    }
}
