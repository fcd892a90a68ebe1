using Disclosure.Contracts;
using Disclosure.Contracts.Calendars;
using Disclosure.Contracts.People;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Facts;
using Disclosure.ServiceDefaults.Messaging.Ordering;
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
    /// <param name="listeners">Registers what each replica hears by itself while it lives, beside the consumers.</param>
    /// <param name="people">Whether Review tells it of people (同事、授权、接替). Review knows by itself, and who decides nothing about
    /// people needs not know.</param>
    /// <param name="calendars">Whether Review tells it of the authorities' calendars (放假安排); needs <c>AddRules</c>. Review knows by
    /// itself.</param>
    /// <param name="facts">Whether it keeps facts that count (统计事实) and tells them again when asked.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddMessaging<TDb>(this IHostApplicationBuilder builder, string service,
        Action<SharedQueues> consumers, Action<Listeners>? listeners = null, bool people = true,
        bool calendars = true, bool facts = true)
        where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        people &= service != ServiceNames.Review;
        calendars &= service != ServiceNames.Review;
        AddBus(builder, service, queues =>
        {
            consumers(queues);
            // Review knows by itself; every other service is told.
            if (people) queues.Add<SubstitutionChangedConsumer<TDb>>(PeopleQueue(service))
                .Add<ColleagueChangedConsumer<TDb>>(PeopleQueue(service));
            if (calendars) queues.Add<CalendarNoticeChangedConsumer<TDb>>(CalendarQueue(service));
            if (facts) queues.Add<FactsRequestedConsumer<TDb>>(FactQueue(service));
        }, listeners);
        if (people) builder.AskOnce<TDb, PeopleRequested>(now => new(Guid.CreateVersion7(), now, "", service));
        if (calendars) builder.AskOnce<TDb, CalendarsRequested>(now => new(Guid.CreateVersion7(), now, "", service));
        builder.Services.AddSingleton<OutboxPublisher>();
        builder.Services.AddHostedService<OutboxRelay<TDb>>();
        return builder;
    }

    /// <summary>Names the queues of a service; the operator's commands list them (<c>disclosure errors</c>).</summary>
    internal static IEndpointNameFormatter DurableNames(string service)
        => new KebabCaseEndpointNameFormatter(service, includeNamespace: false);

    /// <summary>Queue of what Review tells a service about people.</summary>
    internal static string PeopleQueue(string service) => $"{service}-people";

    /// <summary>Queue of what Review tells a service about calendars.</summary>
    internal static string CalendarQueue(string service) => $"{service}-calendars";

    /// <summary>Queue by which a service is asked for its facts again.</summary>
    internal static string FactQueue(string service) => $"{service}-facts";

    private static void AskOnce<TDb, TQuestion>(this IHostApplicationBuilder builder, Func<DateTimeOffset, TQuestion> ask)
        where TDb : ServiceDbContext where TQuestion : class, IIntegrationMessage
        => builder.Services.AddHostedService(services =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            return ActivatorUtilities.CreateInstance<AskedOnce<TDb, TQuestion>>(services, () => ask(clock.GetUtcNow()));
        });

    /// <summary>Who fails is tried again, and given up with an alarm: to the error queue, or by a listener for good.</summary>
    private static void Care(IReceiveEndpointConfigurator endpoint, IRegistrationContext context, bool isKept)
    {
        var alarm = new ErrorQueueAlarm(context.GetRequiredService<ILoggerFactory>().CreateLogger<ErrorQueueAlarm>(), isKept);
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(alarm);
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(isKept ? new ErrorTransportFilter() : new DiscardErrorTransportFilter());
        });
        endpoint.ConfigureDeadLetter(dead =>
        {
            dead.UseFilter<ReceiveContext>(alarm);
            dead.UseFilter(new DeadLetterTransportFilter());
        });
        endpoint.UseMessageRetry(retry
            => retry.SetRetryPolicy(_ => new SubjectRetry(context.GetRequiredService<TimeProvider>())));
        // Within the retry, as every filter of consumers: a slot is held by an attempt and not by its pauses.
        endpoint.UseConsumeFilter(typeof(AttemptLimit<>), context);
    }

    private static void AddBus(IHostApplicationBuilder builder, string service, Action<SharedQueues> consumers,
        Action<Listeners>? listeners)
    {
        builder.Services.AddSingleton<AttemptSlots>().AddSingleton<PartitionShares>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PartitionShares>());
        builder.Services.AddMassTransit(bus =>
        {
            // By default the library reports its use to its vendor; nothing leaves a bureau's network unasked.
            bus.DisableUsageTelemetry();
            // Without the broker a service still serves reads and accepts writes into its outbox: it is degraded, and taken out of nothing.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            var queues = new SharedQueues(bus, service);
            consumers(queues);
            var listening = new Listeners(bus, service);
            listeners?.Invoke(listening);
            bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
            {
                if (!listening.Owns(name)) return;
                // What it hears it hears in order.
                endpoint.ConcurrentMessageLimit = 1;
                endpoint.PrefetchCount = 16;
                listening.Configure(context, endpoint);
                Care(endpoint, context, isKept: false);
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                // Read late: a migration starts no bus and needs no broker.
                var configuration = context.GetRequiredService<IConfiguration>();
                var address = configuration.GetConnectionString("messaging")
                    ?? throw new InvalidOperationException("ConnectionStrings:messaging is not configured.");
                rabbit.Host(new Uri(address));
                rabbit.ConfigureJsonSerializerOptions(MessageJson.Extend);
                queues.Configure(rabbit, context, SharedQueues.PartitionsOf(configuration[SharedQueues.PartitionsSetting]),
                    endpoint => Care(endpoint, context, isKept: true));
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
