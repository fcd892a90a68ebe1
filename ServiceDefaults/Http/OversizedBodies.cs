using Disclosure.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>
/// Answers a body larger than its endpoint takes (413) so that the sender hears it. Left to itself the server cuts the
/// connection while the sender still writes, and the sender sees a broken pipe or a browser's error page in place of the reason.
/// </summary>
internal static class OversizedBodies
{
    /// <summary>Largest body that is read to its end and thrown away for the sake of the answer, bytes; beyond it the connection is
    /// cut.</summary>
    public const long Patience = 64 * 1024 * 1024;

    private static readonly Failure TooLarge = new(FailureKind.TooLarge, "content-is-too-large", "内容过大", "请求的内容超过了允许的大小，没有保存。请缩减后重试。");

    /// <summary>Stands after routing, which sets the limit of the endpoint. A body that tells no length is measured where it is
    /// read.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is not { IsReadOnly: false } || context.Request.ContentLength is not { } length
            || !(length > limit.MaxRequestBodySize)) return next(context);
        // The server drains what is left of a body within its limit after the answer was sent, for a few seconds at most.
        if (length <= Patience) limit.MaxRequestBodySize = Patience;
        return TooLarge.ToProblem().ExecuteAsync(context);
    }
}
