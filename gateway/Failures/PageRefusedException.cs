using Disclosure.Gateway.Clients;

namespace Disclosure.Gateway.Failures;

/// <summary>The page that a form was sent to is not there for this person any more: the page of the failure stands in its place.</summary>
/// <param name="problem">What is said.</param>
internal sealed class PageRefusedException(ServiceProblem problem) : Exception(problem.Title)
{
    /// <summary>Status and words.</summary>
    public ServiceProblem Problem { get; } = problem;
}
