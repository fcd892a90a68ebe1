namespace Disclosure.AppHost;

/// <summary>Runs the app model, or publishes it.</summary>
internal static class Program
{
    internal static async Task<int> Main(string[] args)
    {
        try
        {
            // The dashboard listens on loopback, like all the model runs: a certificate that no browser trusts protects nothing there.
            var options = new DistributedApplicationOptions { Args = args, AllowUnsecuredTransport = true };
            var builder = DistributedApplication.CreateBuilder(options);
            builder.AddDisclosure();
            await builder.Build().RunAsync();
            return 0;
        }
        catch (DistributedApplicationException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
