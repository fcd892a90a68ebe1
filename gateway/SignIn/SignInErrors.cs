using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Gateway.SignIn;

/// <summary>Codes by which an issuer refuses (RFC 6749, OpenID Connect Core 3.1.2.6).</summary>
internal static class SignInErrors
{
    private const string Unknown = "unknown error";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "invalid_request", "invalid_client", "invalid_grant", "invalid_scope", "unauthorized_client", "unsupported_grant_type",
        "unsupported_response_type", "access_denied", "server_error", "temporarily_unavailable", "interaction_required", "login_required",
        "account_selection_required", "consent_required", "invalid_request_uri", "invalid_request_object", "request_not_supported",
        "request_uri_not_supported", "registration_not_supported",
    };

    /// <summary>The code that an answer names, which may be forged: only one that is known is repeated. Null where no answer
    /// failed.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        null => null,
        OpenIdConnectProtocolException answer => answer.Data["error"] is string code && Known.TryGetValue(code, out var known) ? known
        : Unknown,
        _ => Of(failure.InnerException),
    };
}
