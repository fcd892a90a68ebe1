using Disclosure.Runner.Execution.Resources;

namespace Disclosure.Runner.Execution;

/// <summary>What the operator asked of <c>up</c>.</summary>
internal sealed record UpOptions(int Port, bool Fresh, bool Dashboard, bool Detached, bool Colours)
{
    public const int StandardPort = 8080;
}
