using Disclosure.Kernel;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Shutdown;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Registers RabbitMQ through MassTransit with the outbox relay and inbox consumers.</summary>
public static class MessagingExtensions
{
    /// <summary>Adds messaging for a service with a database: consumers take effect once, the outbox is relayed.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host builder; needs <c>ConnectionStrings:messaging</c>.</param>
    /// <param name="service">Prefix of the queue names, the service's resource name.</param>
    /// <param name="consumers">Registers the consumers.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddMessaging<TDb>(this IHostApplicationBuilder builder, string service,
        Action<IBusRegistrationConfigurator> consumers)
        where TDb : ServiceDbContext
    {
        AddBus(builder, service, bus =>
        {
            consumers(bus);
            if (service != ServiceNames.Review) HearOfPeople<TDb>(bus, service);
        }, durable: true);
        if (service != ServiceNames.Review) builder.Services.AddHostedService<PeopleRequest<TDb>>();
        builder.Services.AddSingleton<OutboxPublisher>();
        builder.Services.AddHostedService<OutboxRelay<TDb>>();
        return builder;
    }

    /// <summary>Adds messaging for a process without a database: each replica hears every message while it lives.</summary>
    /// <param name="builder">The host builder; needs <c>ConnectionStrings:messaging</c>.</param>
    /// <param name="service">Prefix of the queue names.</param>
    /// <param name="consumers">Registers the consumers.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddListening(this IHostApplicationBuilder builder, string service,
        Action<IBusRegistrationConfigurator> consumers)
    {
        AddBus(builder, service, consumers, durable: false);
        return builder;
    }

    /// <summary>Names the queues of a service; the operator's commands list them (<c>disclosure errors</c>).</summary>
    internal static IEndpointNameFormatter DurableNames(string service) => Names(service);

    /// <summary>Queue of what Review tells a service about people.</summary>
    internal static string PeopleQueue(string service) => $"{service}-people";

    /// <summary>Review knows by itself; every other service is told.</summary>
    private static void HearOfPeople<TDb>(IBusRegistrationConfigurator bus, string service) where TDb : ServiceDbContext
    {
        bus.AddConsumer<SubstitutionChangedConsumer<TDb>>().Endpoint(endpoint => endpoint.Name = PeopleQueue(service));
        bus.AddConsumer<ColleagueChangedConsumer<TDb>>().Endpoint(endpoint => endpoint.Name = PeopleQueue(service));
    }

    private static KebabCaseEndpointNameFormatter Names(string prefix) => new(prefix, includeNamespace: false);

    /// <summary>
    /// The messages of a queue take effect one after the other, retries included, in one process at a time; otherwise a message may
    /// overtake the one
    /// before it about the same aggregate. What is given up after its retries is overtaken, and alarmed.
    /// </summary>
    private static void KeepOrder(IReceiveEndpointConfigurator endpoint, IRegistrationContext context, bool durable)
    {
        endpoint.ConcurrentMessageLimit = 1;
        if (durable && endpoint is IRabbitMqReceiveEndpointConfigurator shared) shared.SingleActiveConsumer = true;
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new ErrorQueueAlarm(context.GetRequiredService<ILoggerFactory>().CreateLogger<ErrorQueueAlarm>()));
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        });
    }

    private static void AddBus(IHostApplicationBuilder builder, string service, Action<IBusRegistrationConfigurator> consumers,
        bool durable)
    {
        builder.Services.AddMassTransit(bus =>
        {
            // By default the library reports its use to its vendor; nothing leaves a bureau's network unasked.
            bus.DisableUsageTelemetry();
            // Without the broker a service still serves reads and accepts writes into its outbox: it is degraded, and taken out of nothing.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            // A listener's queue is its own and goes with it; a service's queue outlives its processes.
            bus.SetEndpointNameFormatter(durable ? DurableNames(service) : Names($"{service}-{Guid.CreateVersion7():N}"));
            consumers(bus);
            bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
            {
                KeepOrder(endpoint, context, durable);
                if (!durable && endpoint is IRabbitMqReceiveEndpointConfigurator own)
                {
                    own.AutoDelete = true;
                    own.Durable = false;
                }

                endpoint.UseMessageRetry(retry
                    => retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500)));
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                // Read late: a migration starts no bus and needs no broker.
                var address = context.GetRequiredService<IConfiguration>().GetConnectionString("messaging")
                    ?? throw new InvalidOperationException("ConnectionStrings:messaging is not configured.");
                rabbit.Host(new Uri(address));
                rabbit.PrefetchCount = 16;
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            // A service serves reads while the broker is away; health says so.
            options.WaitUntilStarted = false;
            ShutdownBounds.Bound(options);
        });
    }
}
