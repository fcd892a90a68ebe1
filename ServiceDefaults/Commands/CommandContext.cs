using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Disclosure.ServiceDefaults.Commands;

/// <summary>Who asks for a change, from where, under which <c>Idempotency-Key</c>, and of which version (<c>If-Match</c>).</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Key">The key; null without one.</param>
/// <param name="Fingerprint">SHA-256 of address and content, lower-case hex: the same request again has the same.</param>
/// <param name="IfMatch">Versions that the caller accepts; null where the caller names none.</param>
public sealed record CommandContext(Actor Actor, string? Key = null, string Fingerprint = "", IReadOnlyList<string>? IfMatch = null)
{
    private const string Any = "*";

    /// <summary>What a request says.</summary>
    /// <typeparam name="T">Type of its content.</typeparam>
    /// <param name="http">The request, of a signed-in member of staff.</param>
    /// <param name="content">Its content.</param>
    /// <param name="roles">Roles that the endpoint is for; the first one the person holds or stands in for is the one used.</param>
    /// <returns>The context.</returns>
    public static CommandContext Of<T>(HttpContext http, T content, params string[] roles)
        => OfBytes(http, JsonSerializer.SerializeToUtf8Bytes(content), roles);

    /// <summary>What a request says whose content is bytes.</summary>
    /// <param name="http">The request, of a signed-in member of staff.</param>
    /// <param name="content">Its content.</param>
    /// <param name="roles">Roles that the endpoint is for; the first one the person holds or stands in for is the one used.</param>
    /// <returns>The context.</returns>
    public static CommandContext OfBytes(HttpContext http, ReadOnlySpan<byte> content, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}\n"));
        sha.AppendData(content);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return new CommandContext(ActorOf(http.Person(), roles), key.Length == 0 ? null : key,
            Convert.ToHexStringLower(sha.GetHashAndReset()), Versions(http.Request));
    }

    /// <summary>The platform itself.</summary>
    /// <param name="authority">For which authority.</param>
    /// <returns>The context.</returns>
    public static CommandContext OfSystem(string authority) => new(Actor.System(authority));

    /// <summary>What is wrong with what the caller says of key and version, before anything is looked at.</summary>
    /// <param name="versioned">Whether the command is about a version that the caller has read.</param>
    /// <returns>The failure, or null.</returns>
    public Failure? Problem(bool versioned)
        => Key is { } key && (key.Length > CommandFailures.MaxKey || key.Any(c => c is < '!' or > '~')) ? CommandFailures.KeyIsInvalid
        : IfMatch is { Count: 0 } ? CommandFailures.VersionIsUnreadable
        : versioned && IfMatch is null ? CommandFailures.VersionIsMissing
        : null;

    /// <summary>Whether the caller accepts the version as it stands. <c>*</c> asks only that there is something (RFC 9110,
    /// 13.1.1).</summary>
    internal bool Accepts(int version) => IfMatch is null || IfMatch.Contains(Any) || IfMatch.Contains(ETag(version));

    /// <summary>The version as an entity tag.</summary>
    /// <param name="version">The version.</param>
    /// <returns>A strong tag.</returns>
    public static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static Actor ActorOf(Person who, string[] roles)
        => who.Under(roles) is { } power ? who.As(power) : who.As(who.Mandates[0], null);

    /// <summary>A weak tag, <c>W/"3"</c>, matches nothing here, and <c>W/*</c> is no tag at all.</summary>
    private static List<string>? Versions(HttpRequest request)
    {
        var values = request.Headers.IfMatch;
        if (values.Count == 0) return null;
        if (values is [Any]) return [Any];
        return EntityTagHeaderValue.TryParseStrictList([.. values.OfType<string>()], out var tags) && tags.All(tag => tag.Tag != Any)
            ? [.. tags.Select(tag => tag.ToString())] : [];
    }
}
