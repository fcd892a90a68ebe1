using System.Globalization;
using System.Security.Claims;
using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features.Delegations;

/// <summary>Notes the caller of every endpoint, after authorization.</summary>
internal sealed class ColleagueRecording(ColleagueRecorder recorder) : IEndpointFilter
{
    private static readonly long MaxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var user = context.HttpContext.User;
        if (user.Staff() is { } staff) await recorder.NoteAsync(staff, IssuedAt(user), context.HttpContext.RequestAborted);
        return await next(context);
    }

    /// <summary>The token's <c>iat</c>, whole seconds since 1970 (RFC 7519, section 4.1.6).</summary>
    private static DateTimeOffset? IssuedAt(ClaimsPrincipal user)
        => long.TryParse(user.FindFirstValue("iat"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
