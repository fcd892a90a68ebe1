using Disclosure.Contracts.People;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>Review for the signed-in person.</summary>
internal sealed class StaffReview(HttpClient http) : ServiceClient(http)
{
    public Task<Answer<CallerView>> MeAsync(string authority, CancellationToken cancellation)
        => GetAsync<CallerView>($"api/review/{authority}/me", cancellation);

    public Task<Answer<ListPage<ReviewTask>>> TasksAsync(string authority, string? after, CancellationToken cancellation)
        => GetAsync<ListPage<ReviewTask>>($"api/review/{authority}/tasks{(after is null ? "" : "?after=" + Uri.EscapeDataString(after))}",
        cancellation);

    public Task<Answer<ReviewCase>> CaseAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<ReviewCase>($"api/review/{authority}/cases/{id}", cancellation);

    /// <summary>Reviews of a subject that the person may read, the latest first.</summary>
    public Task<Answer<ListPage<ReviewRound>>> RoundsAsync(string authority, Guid subject, CancellationToken cancellation)
        => GetAsync<ListPage<ReviewRound>>($"api/review/{authority}/cases/by-subject/{subject}", cancellation);

    public Task<Answer<Receipt>> DecideAsync(string authority, Guid id, CaseDecision decision, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/decisions", decision, cancellation, key: key);

    public Task<Answer<CaseDifference>> DifferenceAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<CaseDifference>($"api/review/{authority}/cases/{id}/difference", cancellation);

    public Task<Answer<SupervisionBoard>> SupervisionAsync(string authority, CancellationToken cancellation)
        => GetAsync<SupervisionBoard>($"api/review/{authority}/supervision", cancellation);

    public Task<Answer<Receipt>> UrgeAsync(string authority, Guid id, string? words, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/urge", new { reason = words }, cancellation, key: key);

    public Task<Answer<Receipt>> EndAsync(string authority, Guid id, string reason, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/end", new { reason }, cancellation, key: key);

    public Task<Answer<Receipt>> RaiseAsync(string authority, Guid id, string step, string reason, string key,
        CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/steps/{Uri.EscapeDataString(step)}/raise", new { reason },
        cancellation, key: key);

    public Task<Answer<BulkAnswer>> ApproveAsync(string authority, IReadOnlyList<BulkItem> cases, IReadOnlyList<string> checklist,
        string key, CancellationToken cancellation)
        => SendAsync<BulkAnswer>(HttpMethod.Post, $"api/review/{authority}/bulk-approvals", new { cases, checklist }, cancellation,
        key: key);

    public Task<Answer<FlowPreview>> PreviewAsync(string authority, string flow, IEnumerable<string> conditions, string unit,
        CancellationToken cancellation)
        => GetAsync<FlowPreview>(QueryHelpers.AddQueryString($"api/review/{authority}/flows/{flow}/preview",
            new Dictionary<string, string?> { ["conditions"] = string.Join(',', conditions), ["unit"] = unit }), cancellation);

    public Task<Answer<ListPage<ReviewColleague>>> ColleaguesAsync(string authority, CancellationToken cancellation)
        => GetAsync<ListPage<ReviewColleague>>($"api/review/{authority}/colleagues?limit=100", cancellation);

    public Task<Answer<ListPage<ReviewDelegation>>> DelegationsAsync(string authority, CancellationToken cancellation)
        => GetAsync<ListPage<ReviewDelegation>>($"api/review/{authority}/delegations", cancellation);

    public Task<Answer<Receipt>> DelegateAsync(string authority, NewDelegation delegation, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations", delegation, cancellation, key: key);

    public Task<Answer<Receipt>> ReplaceAsync(string authority, NewReplacement replacement, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/replacements", replacement, cancellation, key: key);

    public Task<Answer<Receipt>> AcceptAsync(string authority, Guid id, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations/{id}/accept", new { }, cancellation);

    public Task<Answer<Receipt>> RevokeAsync(string authority, Guid id, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations/{id}/revoke", new { }, cancellation);

    public Task<Answer<Receipt>> WithdrawAsync(string authority, Guid id, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/withdraw", new { }, cancellation, key: key);
}
