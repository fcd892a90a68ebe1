using Disclosure.Contracts;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.ServiceDefaults.Commands;

/// <summary>How commands answer: 201 with the place of what was created, 204 for what was changed, both with the new version
/// (<c>ETag</c>).</summary>
public static class CommandResults
{
    /// <summary>201, or the problem.</summary>
    /// <param name="outcome">What the command left behind.</param>
    /// <param name="http">The request.</param>
    /// <param name="place">Address of what was created, by its id.</param>
    /// <returns>The response.</returns>
    public static Results<Created<CreatedId>, ProblemHttpResult> ToCreated(this Outcome<Committed> outcome, HttpContext http,
        Func<Guid, string> place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (outcome.Failure is { } failure) return failure.ToProblem();
        Tag(http, outcome.Value);
        return TypedResults.Created(place(outcome.Value.Id), new CreatedId(outcome.Value.Id));
    }

    /// <summary>204, or the problem.</summary>
    /// <param name="outcome">What the command left behind.</param>
    /// <param name="http">The request.</param>
    /// <returns>The response.</returns>
    public static Results<NoContent, ProblemHttpResult> ToNoContent(this Outcome<Committed> outcome, HttpContext http)
    {
        if (outcome.Failure is { } failure) return failure.ToProblem();
        Tag(http, outcome.Value);
        return TypedResults.NoContent();
    }

    private static void Tag(HttpContext http, Committed committed) => http.Response.Headers.ETag = CommandContext.ETag(committed.Version);
}
