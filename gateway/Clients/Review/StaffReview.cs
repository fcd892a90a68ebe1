using Disclosure.Contracts;
using Disclosure.Contracts.People;
using Disclosure.Contracts.Review.Api;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients.Review;

/// <summary>Review for the signed-in person.</summary>
internal sealed class StaffReview(HttpClient http) : ServiceClient(http)
{
    public Task<Answer<CallerView>> MeAsync(string authority, CancellationToken cancellation)
        => GetAsync<CallerView>($"api/review/{authority}/me", cancellation);

    /// <summary>Steps that the person may decide together with others.</summary>
    public Task<Answer<Page<TaskView>>> BulkTasksAsync(string authority, string? after, CancellationToken cancellation)
        => GetAsync<Page<TaskView>>($"api/review/{authority}/tasks?bulk=true&limit=50"
            + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)), cancellation);

    public Task<Answer<CaseView>> CaseAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<CaseView>($"api/review/{authority}/cases/{id}", cancellation);

    /// <summary>Reviews of a subject that the person may read, the latest first.</summary>
    public Task<Answer<Page<RoundView>>> RoundsAsync(string authority, Guid subject, CancellationToken cancellation)
        => GetAsync<Page<RoundView>>($"api/review/{authority}/cases/by-subject/{subject}", cancellation);

    public Task<Answer<Receipt>> DecideAsync(string authority, Guid id, DecisionRequest decision, string key,
        CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/decisions", decision, cancellation, key: key);

    public Task<Answer<DifferenceView>> DifferenceAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<DifferenceView>($"api/review/{authority}/cases/{id}/difference", cancellation);

    public Task<Answer<SupervisionView>> SupervisionAsync(string authority, CancellationToken cancellation)
        => GetAsync<SupervisionView>($"api/review/{authority}/supervision", cancellation);

    public Task<Answer<Receipt>> UrgeAsync(string authority, Guid id, UrgeRequest urging, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/urge", urging, cancellation, key: key);

    public Task<Answer<Receipt>> EndAsync(string authority, Guid id, string reason, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/end", new ReasonRequest(reason), cancellation, key: key);

    public Task<Answer<Receipt>> RaiseAsync(string authority, Guid id, string step, string reason, string key,
        CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/steps/{Uri.EscapeDataString(step)}/raise",
            new ReasonRequest(reason), cancellation, key: key);

    public Task<Answer<BulkApprovalAnswer>> ApproveAsync(string authority, IReadOnlyList<BulkApprovalCase> cases,
        IReadOnlyList<string> checklist, string key, CancellationToken cancellation)
        => SendAsync<BulkApprovalAnswer>(HttpMethod.Post, $"api/review/{authority}/bulk-approvals",
            new BulkApprovalRequest(cases, checklist), cancellation, key: key);

    public Task<Answer<FlowPreview>> PreviewAsync(string authority, string flow, IEnumerable<string> conditions, string unit,
        CancellationToken cancellation)
        => GetAsync<FlowPreview>(QueryHelpers.AddQueryString($"api/review/{authority}/flows/{flow}/preview",
            new Dictionary<string, string?> { ["conditions"] = string.Join(',', conditions), ["unit"] = unit }), cancellation);

    public Task<Answer<Page<ColleagueView>>> ColleaguesAsync(string authority, CancellationToken cancellation)
        => GetAsync<Page<ColleagueView>>($"api/review/{authority}/colleagues?limit=100", cancellation);

    public Task<Answer<Page<DelegationView>>> DelegationsAsync(string authority, CancellationToken cancellation)
        => GetAsync<Page<DelegationView>>($"api/review/{authority}/delegations", cancellation);

    public Task<Answer<Receipt>> DelegateAsync(string authority, DelegationRequest delegation, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations", delegation, cancellation, key: key);

    public Task<Answer<Receipt>> ReplaceAsync(string authority, ReplacementRequest replacement, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/replacements", replacement, cancellation, key: key);

    public Task<Answer<Receipt>> AcceptAsync(string authority, Guid id, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations/{id}/accept", new { }, cancellation);

    public Task<Answer<Receipt>> RevokeAsync(string authority, Guid id, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/delegations/{id}/revoke", new { }, cancellation);

    public Task<Answer<Receipt>> WithdrawAsync(string authority, Guid id, string key, CancellationToken cancellation)
        => CommandAsync(HttpMethod.Post, $"api/review/{authority}/cases/{id}/withdraw", new NoteRequest(), cancellation, key: key);
}
