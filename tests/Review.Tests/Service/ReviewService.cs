using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Disclosure.Contracts.Calendars;
using Disclosure.Contracts.Facts;
using Disclosure.Contracts.People;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Disclosure.Review.Consumers;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Tests.Service.Scale;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Replaying;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServers.End))]

namespace Disclosure.Review.Tests.Service;

/// <summary>The tests of one running service, one after another.</summary>
[CollectionDefinition(nameof(OneService), DisableParallelization = true)]
public sealed class OneService : ICollectionFixture<ReviewService>;

/// <summary>The real process on its own database and broker, and an asker who hears its conclusions.</summary>
public sealed class ReviewService : IAsyncLifetime
{
    /// <summary>A working Wednesday, ten in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 2, 0, 0, TimeSpan.Zero);

    public static readonly RulePacks Packs = RulePacks.Load();

    private readonly ConcurrentQueue<ReviewConcluded> conclusions = new();
    private readonly ConcurrentQueue<ReviewRefused> refusals = new();
    private readonly ConcurrentQueue<SubstitutionChanged> substitutions = new();
    private readonly ConcurrentQueue<ColleagueChanged> colleagues = new();
    private readonly ConcurrentQueue<NoticesRaised> raised = new();
    private readonly ConcurrentQueue<CalendarNoticeChanged> calendars = new();
    private readonly ConcurrentQueue<FactsRecorded> facts = new();
    private readonly ServiceHost<RequestReviewConsumer, ReviewDb> service;

    public ReviewService() => service = new ServiceHost<RequestReviewConsumer, ReviewDb>(ServiceNames.Review, host => host
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services => services.TrustTestTokens().AddSingleton<TimeProvider>(Clock)
            .AddSingleton<RulePackLookup>(WithLimits)
            .ConfigureDbContext<ReviewDb>(options => options.AddInterceptors(Statements))), endpoint =>
    {
        endpoint.Handler<ReviewConcluded>(context => Keep(conclusions, context.Message));
        endpoint.Handler<ReviewRefused>(context => Keep(refusals, context.Message));
        endpoint.Handler<SubstitutionChanged>(context => Keep(substitutions, context.Message));
        endpoint.Handler<ColleagueChanged>(context => Keep(colleagues, context.Message));
        endpoint.Handler<NoticesRaised>(context => Keep(raised, context.Message));
        endpoint.Handler<CalendarNoticeChanged>(context => Keep(calendars, context.Message));
        endpoint.Handler<FactsRecorded>(context => Keep(facts, context.Message));
    });

    public FakeTimeProvider Clock { get; } = new(Start);

    public IReadOnlyCollection<ReviewConcluded> Conclusions => conclusions;

    public IReadOnlyCollection<ReviewRefused> Refusals => refusals;

    public IReadOnlyCollection<SubstitutionChanged> Substitutions => substitutions;

    public IReadOnlyCollection<ColleagueChanged> Colleagues => colleagues;

    public IReadOnlyCollection<NoticesRaised> Raised => raised;

    public IReadOnlyCollection<CalendarNoticeChanged> Calendars => calendars;

    public IReadOnlyCollection<FactsRecorded> Facts => facts;

    internal StatementRecorder Statements { get; } = new();

    /// <summary>Where the service listens, on a socket as in a deployment.</summary>
    public Uri Address => service.Address;

    public string ConnectionString => service.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await service.StartAsync(TestContext.Current.CancellationToken);
        // 高台 takes submissions only of units that have a 信息员.
        await SignedIn("gaotai", "officer", "library");
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    /// <summary>
    /// The bureaus' packs; no bureau limits its review steps or lets anybody release past them, so here 高台's fee notice gets two
    /// working days, and its submissions and those of 新源 a release by the deputy.
    /// </summary>
    private static RulePack? WithLimits(string authority)
    {
        var pack = Packs.TryGet(authority, out var found) ? found : null;
        return pack?.Authority is not ("gaotai" or "xinyuan") ? pack : pack with
        {
            Flows = [.. pack.Flows.Select(flow => flow.Code switch
            {
                FlowCodes.FeeNotice when authority == "gaotai"
                    => flow with { Steps = [.. flow.Steps.Select(step => step with { LimitWorkingDays = 2 })] },
                FlowCodes.Submission => flow with { Bypass = ["deputy"] },
                _ => flow,
            })],
        };
    }

    public HttpClient As(string authority, string role, string unit = "office", string? userName = null, DateTimeOffset? issuedAt = null)
        => service.With(TestTokens.For(authority, role, unit, userName, issuedAt: issuedAt));

    /// <summary>A machine of the authority.</summary>
    public HttpClient Machine(string client, string authority) => service.With(TestTokens.Machine(client, authority));

    /// <summary>A person who has signed in once, and is therefore in the directory of colleagues.</summary>
    public async Task<HttpClient> SignedIn(string authority, string role, string unit = "office", string? userName = null,
        DateTimeOffset? issuedAt = null)
    {
        var client = As(authority, role, unit, userName, issuedAt);
        (await client.GetAsync($"/api/review/{authority}/delegations", TestContext.Current.CancellationToken)).Dispose();
        return client;
    }

    /// <summary>A service that knows nobody asks about everybody.</summary>
    public Task AskForPeople(string name) => service.PublishAsync(
        new PeopleRequested(Guid.CreateVersion7(), Clock.GetUtcNow(), "", name), TestContext.Current.CancellationToken);

    /// <summary>The calendar that the process counts with.</summary>
    internal WorkingCalendar CalendarOf(string authority) => service.Services.GetRequiredService<AuthorityCalendars>().Of(authority);

    /// <summary>A replay that runs until it is disposed of.</summary>
    internal RateLimitLease RunReplay(string authority) => service.Services.GetRequiredService<ReplayLimiter>().Take(authority);

    /// <summary>A service that knows no calendar asks about all.</summary>
    public Task AskForCalendars(string name) => service.PublishAsync(
        new CalendarsRequested(Guid.CreateVersion7(), Clock.GetUtcNow(), "", name), TestContext.Current.CancellationToken);

    /// <summary>Somebody who counts asks for what counts, from a position.</summary>
    public Task AskForFacts(string authority, long after, string name = ServiceNames.Review) => service.PublishAsync(
        new FactsRequested(Guid.CreateVersion7(), Clock.GetUtcNow(), authority, name, after), TestContext.Current.CancellationToken);

    /// <summary>What another replica, or this one after a restart, would note people with: it remembers nobody.</summary>
    internal ColleagueRecorder OtherReplica()
        => new(service.Services.GetRequiredService<IServiceScopeFactory>(), service.Services.GetRequiredService<LegalClock>());

    /// <summary>Every endpoint below the authority: method and route.</summary>
    public IEnumerable<string> Endpoints()
    {
        const string prefix = "/api/review/{authority}/";
        return service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            .Select(method => $"{method} {endpoint.RoutePattern.RawText![prefix.Length..]}"));
    }

    /// <summary>Keeps a file as whoever takes uploads does.</summary>
    public async Task<SnapshotFile> Keep(string name, string text, params SnapshotFinding[] findings)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var kept = await service.Services.GetRequiredService<IFileStore>()
            .PutAsync(content, 1024 * 1024, TestContext.Current.CancellationToken);
        Assert.Null(kept.Failure);
        return new SnapshotFile(name, "text/plain", kept.Value!.Size, kept.Value.Digest.Value, findings);
    }

    public HttpClient Anonymous() => service.Anonymous();

    public Task Publish(RequestReview request) => service.PublishAsync(request, TestContext.Current.CancellationToken);

    internal Task<T> InDatabase<T>(Func<ReviewDb, Task<T>> work) => service.InDatabaseAsync(work);

    /// <summary>The one conclusion of a case, once it is heard.</summary>
    public async Task<ReviewConcluded> Conclusion(RequestReview request)
    {
        await Eventually.Holds(() => Task.FromResult(conclusions.Any(c => c.CaseId == request.CaseId)), "the conclusion was heard");
        return Assert.Single(conclusions, c => c.CaseId == request.CaseId);
    }

    /// <summary>The one refusal of a request, once it is heard.</summary>
    public async Task<ReviewRefused> Refusal(RequestReview request)
    {
        await Eventually.Holds(() => Task.FromResult(refusals.Any(r => r.ContentDigest == request.ContentDigest)), "the refusal was heard");
        return Assert.Single(refusals, r => r.ContentDigest == request.ContentDigest);
    }

    /// <summary>Asks for a review and waits until the case is open.</summary>
    public async Task<RequestReview> Open(RequestReview request)
    {
        await Publish(request);
        var id = new CaseId(request.CaseId);
        await Eventually.Holds(() => InDatabase(db => db.Cases.AnyAsync(c => c.Id == id)), "the case is open");
        return request;
    }

    public static RequestReview Request(string authority = "bijie", string unit = "art", string flow = "publication",
        string author = "bijie-officer",
        IReadOnlyList<string>? conditions = null, string title = "关于开展非遗展演的通知", Guid? subject = null, string body = "正文第一段。\n\n正文第二段。",
        IReadOnlyList<string>? contributors = null, IReadOnlyList<SnapshotFile>? files = null)
    {
        var id = Guid.CreateVersion7();
        return new RequestReview(Guid.CreateVersion7(), Start, authority, id, flow, "catalogue.item", subject ?? Guid.CreateVersion7(),
            title, unit, author,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray())),
            new ReviewSnapshot(body, [new SnapshotField(SnapshotFields.Title, "名称", title),
                new SnapshotField(SnapshotFields.Attribute, "公开属性", "主动公开", "proactive")], files), conditions ?? [], contributors);
    }

    private static Task Keep<T>(ConcurrentQueue<T> queue, T message)
    {
        queue.Enqueue(message);
        return Task.CompletedTask;
    }
}

/// <summary>Calls of the service as a person makes them.</summary>
internal static partial class Calls
{
    public static async Task<JsonElement> Case(this HttpClient client, RequestReview request)
        => await client.GetFromJsonAsync<JsonElement>($"/api/review/{request.Authority}/cases/{request.CaseId}",
        TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> Decide(this HttpClient client, RequestReview request, string step, string outcome,
        string? reason = null,
        string? digest = null, object? checklist = null, string? key = null, object? changes = null, object? corrections = null,
        string? holdTo = null, object? disclosed = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"/api/review/{request.Authority}/cases/{request.CaseId}/decisions")
        {
            Content = JsonContent
                .Create(new
                {
                    step,
                    outcome,
                    digest = digest ?? request.ContentDigest,
                    reason,
                    checklist = checklist ?? AllOf(request),
                    changes,
                    corrections,
                    holdTo,
                    disclosed,
                }),
        };
        if (key is not null) message.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Json(this Task<HttpResponseMessage> call, int status)
    {
        using var answer = await call;
        // What a command left behind is read where it is.
        using var response = status == 200 && answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Created
            ? await Follow(answer) : answer;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<HttpResponseMessage> Follow(HttpResponseMessage answer)
    {
        Assert.NotNull(answer.Headers.ETag);
        var asked = answer.RequestMessage!;
        var place = answer.Headers.Location is { } created ? new Uri(asked.RequestUri!, created)
            : new Uri(asked.RequestUri!, Changed().Match(asked.RequestUri!.AbsolutePath).Value);
        using var question = new HttpRequestMessage(HttpMethod.Get, place);
        question.Headers.Authorization = asked.Headers.Authorization;
        return await Reader.SendAsync(question, TestContext.Current.CancellationToken);
    }

    private static readonly HttpClient Reader = new();

    [GeneratedRegex("^/api/review/[a-z]+/(cases|delegations)/[0-9a-f-]{36}")]
    private static partial Regex Changed();

    /// <summary>Refused with this status and sentence.</summary>
    public static async Task<JsonElement> Refused(this Task<HttpResponseMessage> call, int status, string code)
    {
        var problem = await call.Json(status);
        Assert.Equal($"urn:disclosure:problem:{code}", problem.GetProperty("type").GetString());
        return problem;
    }

    private static string[] AllOf(RequestReview request)
        => [.. ReviewService.Packs[request.Authority].Flow(request.Flow)!.Checklist.Select(item => item.Code)];
}
