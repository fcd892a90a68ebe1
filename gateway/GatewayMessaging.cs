using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Consumers;
using Disclosure.Gateway.Data;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;

namespace Disclosure.Gateway;

/// <summary>The gateway's database and its end of the broker.</summary>
internal static class GatewayMessaging
{
    /// <summary>Name of the process, and prefix of its queues.</summary>
    public const string Name = "gateway";

    /// <summary>Adds both. Public pages and the sign-in need neither: without the database the gateway is degraded, and serves.</summary>
    public static WebApplicationBuilder AddDataAndMessaging(this WebApplicationBuilder builder)
    {
        builder.AddServiceDatabase<GatewayDb>(GatewayDb.Name, dispensable: true);
        builder.AddRules<GatewayDb>();
        // Every replica hears of publications, because each has pages of its own to forget; a notice is noted once.
        builder.AddMessaging<GatewayDb>(Name, queues => queues.Add<NoticesRaisedConsumer>(),
            listeners => listeners.Add<EvictOnPublication>().ObservedBy<ListeningObserver>(), people: false, facts: false);
        return builder;
    }

    /// <summary>With <c>--migrate</c> brings the database up to date; the process then ends instead of serving.</summary>
    public static Task<bool> MigrateAsync(this WebApplication app, string[] args) => app.MigrateAsync<GatewayDb>(GatewayDb.Name, args);
}
