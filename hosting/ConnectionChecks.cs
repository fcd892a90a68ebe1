using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Disclosure.Hosting;

/// <summary>A server is healthy when somebody who has its connection string can open a connection.</summary>
internal static class ConnectionChecks
{
    public static IResourceBuilder<T> WithConnectionCheck<T>(this IResourceBuilder<T> server, Func<string, CancellationToken, Task> open)
        where T : IResourceWithConnectionString
    {
        var key = $"{server.Resource.Name}-answers";
        server.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(key, async cancellation =>
        {
            try
            {
                await open(await server.Resource.GetConnectionStringAsync(cancellation) ?? "", cancellation);
                return HealthCheckResult.Healthy();
            }
            catch (Exception refused) when (!cancellation.IsCancellationRequested)
            {
                // The reason is for the person who looks; the drivers name the server in it and never its password.
                return HealthCheckResult.Unhealthy(refused.Message);
            }
        });
        return server.WithHealthCheck(key);
    }
}
