using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Who asks, from where, and under which <c>Idempotency-Key</c>.</summary>
internal sealed record Caller(Reviewer Reviewer, string? Source, string? Key, string Fingerprint)
{
    public static async Task<Caller> OfAsync<T>(HttpContext http, T request, CancellationToken cancellation)
    {
        var reviewer = await http.RequestServices.GetRequiredService<Reviewers>().OfAsync(http.User.Staff()!, cancellation);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var content = Encoding.UTF8.GetBytes($"{http.Request.Path}\n{JsonSerializer.Serialize(request)}");
        return new Caller(reviewer, AddressOf(http), key.Length == 0 ? null : key, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>The address the gateway saw; the gateway is the only way in and sets the header anew.</summary>
    private static string? AddressOf(HttpContext http)
    {
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries)[^1];
        return forwarded.Length is > 0 and <= 64 ? forwarded : http.Connection.RemoteIpAddress?.ToString();
    }
}
