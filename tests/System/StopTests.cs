using Xunit;

namespace Disclosure.SystemTests;

/// <summary>An operator who stops a program does not wait, whatever else is away.</summary>
[Collection(nameof(Stack))]
public sealed class StopTests(Stack stack)
{
    private static readonly string[] Servers = ["messaging", "postgres"];
    private static readonly string[] Programs = ["gateway", "catalogue", "review", "keycloak"];

    [Fact]
    public async Task Every_program_ends_within_five_seconds_although_broker_and_database_are_away()
    {
        var stopped = new System.Collections.Generic.Stack<string>();
        foreach (var server in Servers) await stack.StopAsync(server);
        try
        {
            foreach (var program in Programs)
            {
                var asked = TimeProvider.System.GetTimestamp();
                await stack.StopAsync(program);
                stopped.Push(program);
                var took = TimeProvider.System.GetElapsedTime(asked);
                Assert.True(took < TimeSpan.FromSeconds(5), $"{program} took {took.TotalSeconds:0.0} s");
            }
        }
        finally
        {
            foreach (var resource in Servers.Concat(stopped)) await stack.StartAgainAsync(resource);
        }
    }
}
