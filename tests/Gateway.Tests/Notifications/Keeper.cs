using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Disclosure.Contracts.Work;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>The issuer and the services, as the notifier asks them: what still holds is what the test says.</summary>
internal sealed class Keeper
{
    /// <summary>Notices that hold.</summary>
    public ConcurrentDictionary<Guid, HoldingNotice> Holding { get; } = new();

    /// <summary>What was asked, as address and token.</summary>
    public ConcurrentQueue<(string Address, string? Token)> Asked { get; } = new();

    /// <summary>Whether the services do not answer.</summary>
    public bool IsAway { get; set; }

    public ScriptedService Handler => new(AnswerAsync);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        Asked.Enqueue((path, request.Headers.Authorization?.Parameter));
        if (path == "/token")
        {
            var form = await request.Content!.ReadAsStringAsync();
            var scope = form.Split('&').Single(field => field.StartsWith("scope=", StringComparison.Ordinal))["scope=".Length..];
            return ScriptedService.Answer(HttpStatusCode.OK, $$"""{"access_token":"token-of-{{scope}}","expires_in":300}""");
        }

        if (!path.EndsWith("/notices/holding", StringComparison.Ordinal)) return ScriptedService.Answer(HttpStatusCode.NotFound);
        if (IsAway) return ScriptedService.Answer(HttpStatusCode.ServiceUnavailable);
        var asked = JsonSerializer.Deserialize<HoldingRequest>(await request.Content!.ReadAsStringAsync(), JsonDialect.Client)!;
        var answer = new HoldingNotices([.. Holding.Values.Where(notice => asked.Ids.Contains(notice.Id))
            .OrderBy(notice => notice.At)]);
        return ScriptedService.Answer(HttpStatusCode.OK, JsonSerializer.Serialize(answer, JsonDialect.Client));
    }
}
