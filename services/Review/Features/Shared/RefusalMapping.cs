using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Review.Features;

/// <summary>Maps the domain's refusals to HTTP, once.</summary>
internal static class RefusalMapping
{
    public static Failure ToFailure(this Refusal refusal) => new(refusal.Code, refusal.Kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    }, refusal.Title, refusal.Detail);
}
