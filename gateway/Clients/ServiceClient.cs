using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.Clients;

/// <summary>What a service said to a member of staff: a value with its version, or a problem to show.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value, null with a problem.</param>
/// <param name="Problem">The problem, or null.</param>
/// <param name="Version">ETag of the value.</param>
public sealed record Answer<T>(T? Value, ServiceProblem? Problem, string? Version = null) where T : class;

/// <summary>An expected refusal (RFC 9457), worded for people by the service.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What it means and what to do.</param>
/// <param name="Errors">Messages by field.</param>
/// <param name="Code">Code of the refusal; null where the gateway itself refuses.</param>
public sealed record ServiceProblem(int Status, string Title, string? Detail,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null, string? Code = null)
{
    /// <summary>Messages of a field, whatever case its name is written in.</summary>
    /// <param name="field">Field name.</param>
    /// <returns>Messages, possibly none.</returns>
    public IEnumerable<string> Of(string field)
        => Errors?.Where(error => string.Equals(error.Key, field, StringComparison.OrdinalIgnoreCase)).SelectMany(error => error.Value)
        ?? [];
}

/// <summary>What a command left behind.</summary>
/// <param name="Id">Identity of what was created; null where something was changed.</param>
public sealed record Receipt(Guid? Id);

/// <summary>Calls a service in the name of the signed-in person.</summary>
internal abstract class ServiceClient(HttpClient http)
{
    protected Task<Answer<T>> GetAsync<T>(string address, CancellationToken cancellation) where T : class
        => SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, address), cancellation);

    protected Task<Answer<T>> SendAsync<T>(HttpMethod method, string address, object? body, CancellationToken cancellation,
        string? version = null, string? key = null)
        where T : class
        => SendAsync<T>(Request(method, address, body, version, key), cancellation);

    private static HttpRequestMessage Request(HttpMethod method, string address, object? body, string? version, string? key)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body, options: JsonDialect.Client);
        if (version is not null && EntityTagHeaderValue.TryParse(version, out var tag)) request.Headers.IfMatch.Add(tag);
        // A form that somebody has changed may hold anything; without a key the service refuses in its own words.
        if (key is not null && key.All(c => c is > ' ' and <= '~')) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }

    protected async Task<Answer<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation) where T : class
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancellation);
            // A service in trouble is our 503; what the person did wrong is theirs to read.
            if ((int)response.StatusCode >= 500) response.EnsureSuccessStatusCode();
            if (!response.IsSuccessStatusCode) return new Answer<T>(null, await ProblemAsync(response, cancellation));
            return new Answer<T>(await response.Content.ReadFromJsonAsync<T>(JsonDialect.Client, cancellation), null,
                response.Headers.ETag?.ToString());
        }
    }

    /// <summary>Sends a command: it answers with what it left behind, and nothing else.</summary>
    protected Task<Answer<Receipt>> CommandAsync(HttpMethod method, string address, object? body, CancellationToken cancellation,
        string? version = null, string? key = null)
        => CommandAsync(Request(method, address, body, version, key), cancellation);

    protected async Task<Answer<Receipt>> CommandAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancellation);
            if ((int)response.StatusCode >= 500) response.EnsureSuccessStatusCode();
            if (!response.IsSuccessStatusCode) return new Answer<Receipt>(null, await ProblemAsync(response, cancellation));
            var id = response.StatusCode == HttpStatusCode.Created
                ? (await response.Content.ReadFromJsonAsync<CreatedId>(JsonDialect.Client, cancellation))!.Id : (Guid?)null;
            return new Answer<Receipt>(new Receipt(id), null, response.Headers.ETag?.ToString());
        }
    }

    private static async Task<ServiceProblem> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return new ServiceProblem(status, Failures.FailureText.Of(status).Title, Failures.FailureText.Of(status).Meaning);
        var problem = await response.Content.ReadFromJsonAsync<ProblemBody>(JsonDialect.Client, cancellation);
        return new ServiceProblem(status, problem?.Title ?? Failures.FailureText.Of(status).Title, problem?.Detail, problem?.Errors,
            problem?.Type?.Replace(Problems.TypePrefix, "", StringComparison.Ordinal));
    }

    /// <summary>RFC 9457; a member that says nothing is left out.</summary>
    private sealed record ProblemBody(string? Type = null, string? Title = null, string? Detail = null,
        Dictionary<string, IReadOnlyList<string>>? Errors = null);
}
