using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Tests.Front;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>The workbench before services that say what the test says; <c>bijie-officer</c>, whose subject is 1, is at work.</summary>
internal sealed partial class PlayedServices : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<(HttpStatusCode Status, object Body)>> answers = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<string> queries = new();
    private readonly ConcurrentQueue<(string Request, string Body)> sent = new();
    private FrontServer front = null!;

    /// <summary>What the services were asked: method, service, path.</summary>
    public IEnumerable<string> Asked => asked;

    /// <summary>The same with what follows the path.</summary>
    public IEnumerable<string> Queries => queries;

    /// <summary>The last thing that was sent with a request.</summary>
    public T Sent<T>(string request)
        => JsonSerializer.Deserialize<T>(sent.Last(one => one.Request == request).Body, JsonDialect.Client)!;

    public static async Task<PlayedServices> StartAsync()
    {
        var played = new PlayedServices();
        foreach (var service in ServiceNames.All)
        {
            played.Says($"GET {service}/work", new Page<WorkItem>([], null));
            played.Says($"GET {service}/work/counts", new WorkCounts(0, 0, 0, 0));
            played.Says($"GET {service}/notices", new Page<NoticeView>([], null));
            played.Says($"POST {service}/notices/seen", HttpStatusCode.NoContent, new { });
        }

        played.front = await FrontServer.StartAsync(new ScriptedService(played.AnswerAsync));
        return played;
    }

    /// <summary>What is answered to <c>METHOD service/path</c>.</summary>
    public void Says(string request, object body) => Says(request, HttpStatusCode.OK, body);

    public void Says(string request, HttpStatusCode status, object body) => answers[request] = () => (status, body);

    /// <summary>Refuses a request as services do.</summary>
    public void Refuses(string request, HttpStatusCode status, string code, string title, string? detail = null)
        => Says(request, status, new { type = Problems.TypePrefix + code, title, status = (int)status, detail });

    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> GetAsync(string path,
        params (string Name, string Value)[] headers)
        => Read(await front.SendAsync(HttpMethod.Get, path, null, [(FrontServer.AtWork, "1"), .. headers]));

    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> SendAsync(HttpMethod method, string path,
        params (string Name, string Value)[] headers)
        => Read(await front.SendAsync(method, path, null, [(FrontServer.AtWork, "1"), .. headers]));

    /// <summary>Sends a form of ours, with a token that is good.</summary>
    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> PostAsync(string path, string form,
        params (string Name, string Value)[] fields)
    {
        var (_, page, first) = await front.SendAsync(HttpMethod.Get, "/staff/signed-in", null, (FrontServer.AtWork, "1"));
        var cookie = string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]));
        (string Name, string Value)[] sent = [("_handler", form), ("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            ("key", Guid.CreateVersion7().ToString()), .. fields];
        return Read(await front.SendAsync(HttpMethod.Post, path,
            string.Join('&', sent.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")),
            (FrontServer.AtWork, "1"), ("Cookie", cookie), ("Sec-Fetch-Site", "same-origin")));
    }

    /// <summary>A case that the person may read.</summary>
    public static CaseView Case(Guid id, CaseState state, params IReadOnlyList<StepView> steps)
        => new(id, "publication", "信息公开", SubjectKinds.CatalogueItem, Guid.CreateVersion7(), "某公告", "art", "2", "毕节·信息员", [],
            "digest", state, DateTimeOffset.UnixEpoch, null, null, null, false, false, [], new ReviewSnapshot("正文", []), steps,
            [], [], [], [], [], [], [], [], [], null, [], null, new RecusalView([], []));

    public static StepView Step(string code, string name, StepState state, string? by = null, DateOnly? due = null, int passes = 0,
        bool determines = false, params IReadOnlyList<string> candidates)
        => new(code, name, StepKind.Review, 1, state, ["head"], UnitScope.Own, "", by, by is null ? null : "毕节·" + by, null, null,
            by is null ? null : DateTimeOffset.UnixEpoch, null, null, due, null, false, null, passes > 0 ? 3 : 0, passes, [], determines,
            false, 0, null, null, null, [.. candidates.Select(one => new CandidateView(one, one, "art"))], []);

    public static StaffItem Item(Guid id, ItemState state, Guid? caseId = null, params IReadOnlyList<ItemAction> actions)
        => new(id, state, "某公告", "正文", "public-concern", null, null, null, DisclosureAttribute.Proactive, "proactive",
            DisclosureScope.Public, Secrecy.Cleared, ["portal"], [], null, [], [], [], null, "art", "1", "毕节·信息员", null, null, 0, caseId,
            null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, actions, false, [], []);

    public ValueTask DisposeAsync() => front.DisposeAsync();

    private static (HttpStatusCode Status, string Text, HttpResponseMessage Answer) Read(
        (HttpStatusCode Status, string Text, HttpResponseMessage Answer) read)
        => (read.Status, WebUtility.HtmlDecode(read.Text), read.Answer);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Split("/bijie/", 2)[1];
        var name = $"{request.Method} {request.RequestUri.Host}/{path}";
        asked.Enqueue(name);
        queries.Enqueue(name + request.RequestUri.Query);
        if (request.Content is { } content) sent.Enqueue((name, await content.ReadAsStringAsync()));
        var (status, body) = answers.TryGetValue(name, out var said) ? said() : (HttpStatusCode.NotFound, new { title = "没有找到" });
        return ScriptedService.Answer(status, JsonSerializer.Serialize(body, JsonDialect.Client));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
