using System.Net;
using System.Text.Json;
using Disclosure.Gateway.Clients;
using Disclosure.ServiceDefaults.Http;
using Microsoft.Extensions.Caching.Memory;
using Polly;

namespace Disclosure.Gateway.Caching;

/// <summary>
/// Keeps the last good answer of each public address, so that a public page can still be shown while its service is down.
/// A copy is only ever shown in that case, and the page says so and is not cached.
/// </summary>
internal sealed partial class StaleIfErrorCache(IHttpContextAccessor accessor, ILogger<StaleIfErrorCache> log) : IDisposable
{
    private static readonly object StaleKey = new();

    private long generations;

    // 32 MB bounds the process; a copy lives a week, longer than any outage that pages should hide.
    private readonly MemoryCache copies = new(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });

    /// <summary>Whether this request was answered from a copy.</summary>
    public static bool IsStale(HttpContext context) => context.Items.ContainsKey(StaleKey);

    /// <summary>The answer, or its last good copy while the service is down.</summary>
    /// <param name="http">The service.</param>
    /// <param name="address">What is asked.</param>
    /// <param name="keep">Whether a copy is worth its place: whatever a reader may type would crowd out the pages.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public async Task<T?> GetAsync<T>(HttpClient http, string address, bool keep, CancellationToken cancellation) where T : class
    {
        var generation = Volatile.Read(ref generations);
        byte[] body;
        try
        {
            using var response = await http.GetAsync(address, cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound) return Forget<T>(address);
            if (response.StatusCode is HttpStatusCode.BadRequest
                or HttpStatusCode.UnprocessableEntity) throw new ReaderMistakeException(response.StatusCode);
            response.EnsureSuccessStatusCode();
            body = await response.Content.ReadAsByteArrayAsync(cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException
            && copies.TryGetValue(address, out byte[]? copy) && copy is not null)
        {
            ShowingCopy(address, failure.Message);
            if (accessor.HttpContext is { } context) context.Items[StaleKey] = true;
            return JsonSerializer.Deserialize<T>(copy, JsonDialect.Client);
        }

        // Read before it is kept: what cannot be read must not replace what could.
        var answer = JsonSerializer.Deserialize<T>(body, JsonDialect.Client);
        if (keep) Keep(address, body, generation);
        return answer;
    }

    /// <summary>An answer that was on its way while something was forgotten may show just that, so it is not kept.</summary>
    private void Keep(string address, byte[] body, long generation)
    {
        if (generation != Volatile.Read(ref generations)) return;
        copies.Set(address, body,
            new MemoryCacheEntryOptions { Size = body.Length + address.Length, SlidingExpiration = TimeSpan.FromDays(7) });
        // Forgetting counts first and removes then: either it saw this copy, or this sees its count.
        if (generation != Volatile.Read(ref generations)) copies.Remove(address);
    }

    /// <summary>Drops every copy of an authority, lists included: an outage must not bring back what was withdrawn.</summary>
    public void ForgetAuthority(string authority)
    {
        Interlocked.Increment(ref generations);
        var prefix = PublicCatalogue.Address(authority);
        foreach (var address in copies.Keys.OfType<string>().Where(address => address.StartsWith(prefix, StringComparison.Ordinal))) copies
            .Remove(address);
    }

    /// <summary>Drops everything: withdrawals may have been missed.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref generations);
        copies.Clear();
    }

    /// <summary>Drops the copy of one item, whose content is another now.</summary>
    public void ForgetItem(string authority, string number)
    {
        Interlocked.Increment(ref generations);
        copies.Remove(PublicCatalogue.ItemAddress(authority, number));
    }

    public void Dispose() => copies.Dispose();

    private T? Forget<T>(string address) where T : class
    {
        copies.Remove(address);
        return null;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Showing the last good copy of {Address}: {Reason}")]
    private partial void ShowingCopy(string address, string reason);
}
