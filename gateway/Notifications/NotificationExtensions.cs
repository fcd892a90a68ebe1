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
using Polly;

namespace Disclosure.Gateway.Notifications;

/// <summary>Registers how notices leave the page (通知): the settings of people, the channels, and the sending.</summary>
internal static class NotificationExtensions
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);

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
        AddClient(services, MachineTokens.Client);
        foreach (var service in ServiceRoutes.Services) AddClient(services, HeldNotices.Client(service));
        // Follows nothing, and writes its address into no log.
        AddClient(services, WebhookChannel.Client).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return builder;
    }

    /// <summary>Asks once: attempts are the worker's, and a hook may have taken what it did not answer.</summary>
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan);
#pragma warning disable EXTEXP0001 // Replacing the defaults' pipeline has no other way.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddResilienceHandler("once", pipeline => pipeline.AddTimeout(CallLimit));
        return client;
    }

    private static IEnumerable<INotificationChannel> Channels(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<NotificationSettings>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        if (settings.Smtp is { } smtp) yield return new SmtpChannel(smtp, clock);
        if (settings.Webhook is { } hook) yield return new WebhookChannel(hook, services.GetRequiredService<IHttpClientFactory>(), clock);
    }
}
