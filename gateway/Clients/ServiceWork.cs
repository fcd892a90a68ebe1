using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>One service's part of a person's work and notices: every service is asked the same.</summary>
internal sealed class ServiceWork(HttpClient http, string service) : ServiceClient(http)
{
    /// <summary>Name of the service.</summary>
    public string Service => service;

    public Task<Answer<Page<WorkItem>>> ListAsync(string authority, WorkList list, string? after, int limit,
        CancellationToken cancellation)
        => GetAsync<Page<WorkItem>>(Address(authority, "work", ("list", Codes.Of(list)), ("after", after), ("limit", $"{limit}")),
        cancellation);

    public Task<Answer<WorkCounts>> CountAsync(string authority, CancellationToken cancellation)
        => GetAsync<WorkCounts>(Address(authority, "work/counts"), cancellation);

    public Task<Answer<Page<NoticeView>>> NoticesAsync(string authority, bool unseen, string? after, int limit,
        CancellationToken cancellation)
        => GetAsync<Page<NoticeView>>(Address(authority, "notices", ("unseen", unseen ? "true" : null), ("after", after),
        ("limit", $"{limit}")), cancellation);

    public Task<Answer<NoticeView>> NoticeAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<NoticeView>(Address(authority, $"notices/{id}"), cancellation);

    public Task<Answer<Receipt>> SeenAsync(string authority, IReadOnlyList<Guid> ids, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, Address(authority, "notices/seen"), new SeenRequest(ids), cancellation);

    private string Address(string authority, string path, params (string Name, string? Value)[] query)
        => QueryHelpers.AddQueryString($"api/{service}/{authority}/{path}",
            query.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value));
}
