using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Hosting;

/// <summary>How the application and what it runs begin and end together.</summary>
public static class Lifetime
{
    /// <summary>
    /// Who waits in vain at the first start says so at once (later, what died is started again), and the application ends when all it
    /// ran has ended: whoever starts the tree again finds no server still closing its files.
    /// </summary>
    public static IDistributedApplicationBuilder WithSharedLifetime(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] ??= "true";
        builder.Services.Configure<ResourceNotificationServiceOptions>(
            waits => waits.DefaultWaitBehavior = WaitBehavior.StopOnResourceUnavailable);
        return builder;
    }
}
