using Disclosure.Gateway.Data;
using Disclosure.Gateway.Notifications.Channels;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.Notifications.Preferences;
using Disclosure.Gateway.Notifications.Sending;
using Disclosure.Gateway.Routing;
using Disclosure.Gateway.Security;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.Notifications;

/// <summary>Registers how notices leave the page (通知): the settings of people, the channels, and the sending.</summary>
internal static class NotificationExtensions
{
    /// <summary>Adds it; reads the section <c>Notifications</c>, in which a channel that is not there does not exist.</summary>
    public static WebApplicationBuilder AddNotifications(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Late because a migration sends nothing, but at the start of a server, so that what is wrong stops it.
        services.AddOptions<NotificationSettings>().ValidateOnStart()
            .Configure<IConfiguration>((settings, configuration) => settings.Read(configuration));
        services.AddColumnProtection();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton(Channels);
        services.AddSingleton(provider => new AvailableChannels(
            provider.GetRequiredService<IEnumerable<INotificationChannel>>().Select(channel => channel.Kind).ToHashSet()));
        services.AddScoped<IAuditScreen<GatewayDb>, OwnAuditScreen>().AddScoped<OwnPreferences>();
        services.AddSingleton<AddressesAtSignIn>().AddHostedService(provider => provider.GetRequiredService<AddressesAtSignIn>())
            .AddSingleton<ISignInObserver>(provider => provider.GetRequiredService<AddressesAtSignIn>());
        services.AddSingleton<MachineTokens>().AddSingleton<HeldNotices>();
        services.AddScoped<DueDeliveries>().AddScoped<DeliveryRound>();
        services.AddHostedService<DeliveryWorker>();
        services.AddHttpClient(MachineTokens.Client);
        foreach (var service in ServiceRoutes.Services) services.AddHttpClient(HeldNotices.Client(service));
        WebhookChannel.AddClient(services);
        return builder;
    }

    private static IEnumerable<INotificationChannel> Channels(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<NotificationSettings>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        if (settings.Smtp is { } smtp) yield return new SmtpChannel(smtp, clock);
        if (settings.Webhook is { } hook) yield return new WebhookChannel(hook, services.GetRequiredService<IHttpClientFactory>(), clock);
    }
}
