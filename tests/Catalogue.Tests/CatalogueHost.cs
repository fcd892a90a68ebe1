using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Catalogue.Data;
using Disclosure.Contracts.Calendars;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Facts;
using Disclosure.Contracts.People;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServers.End))]

namespace Disclosure.Catalogue.Tests;

/// <summary>The real service on Kestrel, PostgreSQL and RabbitMQ; the test plays the review service over the broker.</summary>
public sealed class CatalogueHost : IAsyncLifetime
{
    private readonly ServiceHost<Program, CatalogueDb> service;

    public CatalogueHost() => service = new ServiceHost<Program, CatalogueDb>(ServiceNames.Catalogue, host => host
        .UseSetting("Logging:LogLevel:Default", "Error")
        .ConfigureServices(services => services.TrustTestTokens()), endpoint =>
    {
        endpoint.Handler<RequestReview>(c => Keep(Requests, c.Message));
        endpoint.Handler<PeopleRequested>(c => Keep(Facts, c.Message));
        endpoint.Handler<CalendarsRequested>(c => Keep(Facts, c.Message));
        endpoint.Handler<ItemPublished>(c => Keep(Facts, c.Message));
        endpoint.Handler<ItemRevised>(c => Keep(Facts, c.Message));
        endpoint.Handler<ItemWithdrawn>(c => Keep(Facts, c.Message));
        endpoint.Handler<FactsRecorded>(c => Keep(Facts, c.Message));
    });

    public ConcurrentQueue<RequestReview> Requests { get; } = new();

    public ConcurrentQueue<object> Facts { get; } = new();

    public async ValueTask InitializeAsync() => await service.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    public HttpClient Anonymous() => service.Anonymous();

    public HttpClient As(string role, string authority = "bijie", string unit = "art", string? userName = null)
        => service.With(TestTokens.For(authority, role, unit, userName));

    internal Task<T> Query<T>(Func<CatalogueDb, Task<T>> query) => service.InDatabaseAsync(query);

    /// <summary>The item behind a public number; the number alone names one in every authority.</summary>
    public async Task<Guid> ItemOf(string number, string authority = "bijie")
        => (await Query(db => db.Items.Where(i => i.Authority == authority && i.Number == number).Select(i => i.Id).SingleAsync())).Value;

    public async Task<RequestReview> RequestFor(Guid item)
    {
        await Eventually.Holds(() => Task.FromResult(Requests.Any(r => r.SubjectId == item)), "the review was requested");
        return Requests.Last(r => r.SubjectId == item);
    }

    /// <summary>The request of this submission, and of none before it.</summary>
    public async Task<RequestReview> RequestOf(Read submitted)
    {
        var caseId = submitted.Json.GetProperty("caseId").GetGuid();
        await Eventually.Holds(() => Task.FromResult(Requests.Any(r => r.CaseId == caseId)), "the review was requested");
        return Requests.First(r => r.CaseId == caseId);
    }

    public Task Conclude(RequestReview request, ReviewOutcome outcome, string? reason = null, string? digest = null, Guid? messageId = null,
        IReadOnlyList<ReviewerChange>? changes = null, bool foundSecret = false, IReadOnlyList<ReviewCorrection>? corrections = null,
        IReadOnlyList<ReleaseAnswer>? releases = null)
        => Publish(new ReviewConcluded(messageId ?? Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), request.Authority,
        request.CaseId,
            request.SubjectKind, request.SubjectId, outcome, digest ?? request.ContentDigest, reason, "bijie-deputy", changes,
            FoundSecret: foundSecret, Corrections: corrections, Releases: releases));

    /// <summary>A file is gone from the store.</summary>
    public void LoseFile(string digest) => File.Delete(Path.Combine(service.Files, digest[..2], digest[2..4], digest));


    /// <summary>Review says who acts in whose place.</summary>
    public Task Substitute(SubstitutionChanged change) => Publish(change);

    /// <summary>Review says what a member of staff is now.</summary>
    public Task Seen(ColleagueChanged change) => Publish(change);

    /// <summary>Review says that an authority has imported a notice of holidays.</summary>
    public Task Arrange(CalendarNoticeChanged change) => Publish(change);

    /// <summary>The calendar that the process counts with.</summary>
    public WorkingCalendar CalendarOf(string authority) => service.Services.GetRequiredService<AuthorityCalendars>().Of(authority);

    /// <summary>Review does not take a request.</summary>
    public Task Refuse(RequestReview request, ReviewRefusalReason reason, string? digest = null)
        => Publish(new ReviewRefused(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), request.Authority, request.CaseId,
        request.SubjectKind, request.SubjectId,
            digest ?? request.ContentDigest, reason, Guid.CreateVersion7()));

    public async Task<string> StateOf(Guid item, string authority = "bijie")
    {
        using var office = As("office", authority, "office");
        return (await office.GetFromJsonAsync<JsonElement>($"/api/catalogue/{authority}/items/{item}")).GetProperty("state").GetString()!;
    }

    public Task BecomesAsync(Guid item, string state) => Eventually.Holds(async () => await StateOf(item) == state, $"the item is {state}");

    /// <summary>Drafts, submits and approves an item; returns its public number.</summary>
    public async Task<string> PublishAsync(object draft)
    {
        using var officer = As("officer");
        var item = await officer.DraftAsync(draft);
        await officer.SubmitAsync(item);
        await Conclude(await RequestFor(item.Id), ReviewOutcome.Approved);
        await BecomesAsync(item.Id, "published");
        return (await officer.ReadAsync(item.Id)).Json.GetProperty("number").GetString()!;
    }

    private Task Publish<T>(T message) where T : class => service.PublishAsync(message, CancellationToken.None);

    private static Task Keep<T>(ConcurrentQueue<T> queue, T message)
    {
        queue.Enqueue(message);
        return Task.CompletedTask;
    }
}
