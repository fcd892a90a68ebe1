using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;

namespace Disclosure.Gateway.SignIn;

/// <summary>The access token of whoever made the current request.</summary>
internal interface ITokenSource
{
    /// <summary>The token, still valid for at least a minute; null when nobody is signed in.</summary>
    Task<string?> GetAsync();
}

internal sealed class SessionTokenSource(IHttpContextAccessor accessor) : ITokenSource
{
    public async Task<string?> GetAsync() => accessor.HttpContext is { } http ? await http.GetTokenAsync("access_token") : null;
}

/// <summary>Sends the signed-in person's access token with every call of a client.</summary>
internal sealed class StaffTokenHandler(ITokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null && await tokens.GetAsync() is { } token) request.Headers.Authorization =
            new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}
