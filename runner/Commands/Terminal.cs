namespace Disclosure.Runner.Commands;

/// <summary>What the operator's terminal can show.</summary>
internal static class Terminal
{
    /// <summary>Colours belong on a terminal whose owner did not decline them (https://no-color.org).</summary>
    public static bool HasColours => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
