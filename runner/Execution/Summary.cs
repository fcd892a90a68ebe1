using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Planning;

namespace Disclosure.Runner.Execution;

/// <summary>What a person needs to know when the stack is up.</summary>
internal static class Summary
{
    public static IEnumerable<string> Lines(Workspace workspace, Plan plan, string? dashboard)
    {
        if (plan.External?.Endpoint is { } portal)
        {
            yield return $"  Portal     {portal.Url}";
            yield return $"  Staff      {portal.Url}/staff";
        }

        if (plan.Identity is { } identity)
        {
            yield return $"  Sign-in    {identity.Endpoint.Url}/realms/disclosure";
            yield return "  Accounts   {authority}-{role}, password disclosure (demonstration only)";
            yield return "             authorities gaotai xinyuan bijie jiangxi taishan; roles officer head office deputy director …";
            yield return "             for instance bijie-officer drafts, bijie-head and bijie-deputy approve";
        }

        if (dashboard is not null) yield return $"  Dashboard  {dashboard}";
        yield return $"  Logs       {workspace.Logs} (./disclosure logs NAME -f)";
    }
}
