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
        // The gateway's word for the browser's address has been taken by then, from the gateway only (ServiceDefaults).
        return new Caller(reviewer, http.Connection.RemoteIpAddress?.ToString(), key.Length == 0 ? null : key, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
