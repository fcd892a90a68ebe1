using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Notes the caller of every endpoint, after authorization.</summary>
internal sealed class NoteColleague(ColleagueRecorder recorder) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.User.Staff() is { } staff) await recorder.NoteAsync(staff, context.HttpContext.RequestAborted);
        return await next(context);
    }
}
