using System.Security.Claims;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Consumers;
using Disclosure.Gateway.Data;
using Disclosure.Gateway.Notifications.Channels;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.Notifications.Preferences;
using Disclosure.Gateway.Notifications.Sending;
using Disclosure.Testing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServers.End))]

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>The gateway as it runs, on its own database and broker, with a mail server; the services and the issuer are played.</summary>
internal sealed class NotificationHost : IAsyncDisposable
{
    /// <summary>A Wednesday, ten in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 2, 0, 0, TimeSpan.Zero);

    private readonly ServiceHost<NoticesRaisedConsumer, GatewayDb> gateway;

    private NotificationHost(bool works, (string Key, string Value)[] settings)
        => gateway = new ServiceHost<NoticesRaisedConsumer, GatewayDb>("gateway", host => Configure(host, works, settings), _ => { });

    public FakeTimeProvider Clock { get; } = new(Start);

    public Keeper Keeper { get; } = new();

    public MailServer Mail { get; } = new MailServer().Start();

    public LogLines Log { get; } = new();

    public IServiceProvider Services => gateway.Services;

    public Uri Address => gateway.Address;

    public string ConnectionString => gateway.ConnectionString;

    /// <summary>Starts it; the worker looks at the queue by itself only where it is asked to, else when the test says so.</summary>
    public static async Task<NotificationHost> StartAsync(bool works = false, params (string Key, string Value)[] settings)
    {
        var host = new NotificationHost(works, settings);
        await host.gateway.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A person as the identity provider describes one.</summary>
    public static Receiver Person(string name, string? address = "") => new(
        new("subject-" + name, $"bijie-{name}", name, "bijie", "art", new HashSet<string>()),
        address == "" ? $"{name}@bureau.test" : address);

    /// <summary>The person chooses, as the page does.</summary>
    public async Task ChooseAsync(Receiver person, Delivery email, Delivery webhook = Delivery.Off)
    {
        await using var scope = Services.CreateAsyncScope();
        var saved = await scope.ServiceProvider.GetRequiredService<OwnPreferences>().ChooseAsync(person,
            NotificationChoice.Usual with { Email = email, Webhook = webhook }, null, null, CancellationToken.None);
        Assert.Null(saved.Failure);
    }

    /// <summary>A service raises notices, which hold, and the gateway has noted them.</summary>
    public async Task<IReadOnlyList<Guid>> RaiseAsync(Receiver person, params string[] titles)
    {
        var notices = titles.Select(title => new HoldingNotice(Guid.CreateVersion7(), person.Staff.Subject, NoticeKind.Offered, title,
            "/staff/cases/1", Clock.GetUtcNow())).ToList();
        await RaiseAsync(notices);
        return [.. notices.Select(notice => notice.Id)];
    }

    /// <summary>A service raises these notices.</summary>
    public async Task RaiseAsync(IReadOnlyList<HoldingNotice> notices)
    {
        foreach (var notice in notices) Keeper.Holding[notice.Id] = notice;
        var message = new NoticesRaised(Guid.CreateVersion7(), Clock.GetUtcNow(), "bijie", "review", Guid.CreateVersion7(),
            [.. notices.Select(notice => new RaisedNotice(notice.Id, notice.Receiver, notice.Kind))]);
        await gateway.PublishAsync(message, CancellationToken.None);
        await Eventually.Holds(() => InDatabaseAsync(async db => await db.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from inbox_messages where message_id = {message.MessageId}")
            .SingleAsync() == 1), "the gateway has noted the notices");
    }

    /// <summary>Sends what is due now.</summary>
    public async Task SendAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryRound>().RunAsync(CancellationToken.None);
    }

    public Task<T> InDatabaseAsync<T>(Func<GatewayDb, Task<T>> work) => gateway.InDatabaseAsync(work);

    public Task<List<PendingDelivery>> DeliveriesAsync()
        => InDatabaseAsync(db => db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await Mail.DisposeAsync();
    }

    private void Configure(IWebHostBuilder host, bool works, (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in Settings(Mail.Port).Concat(settings)) host.UseSetting(key, value);
        host.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
        host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            Play(services, Keeper);
            services.AddTransient<IStartupFilter, PutToWork>();
            if (!works) services.Remove(services.Single(service => service.ImplementationType == typeof(DeliveryWorker)));
        });
    }

    /// <summary>What a deployment with a mail server configures.</summary>
    public static IEnumerable<(string Key, string Value)> Settings(int mailPort) =>
    [
        ("Protection:Key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), ("Notifications:ClientSecret", "secret"),
        ("Site:Addresses", "https://zwgk.example.gov.cn"), ("Identity:ClientSecret", "secret"),
        ("Notifications:Smtp:Host", "127.0.0.1"), ("Notifications:Smtp:Port", $"{mailPort}"), ("Notifications:Smtp:Security", "None"),
        ("Notifications:Smtp:From", "notices@bureau.test"),
    ];

    /// <summary>Plays the issuer and the services; the hook stays what it is.</summary>
    public static void Play(IServiceCollection services, Keeper keeper)
    {
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(client =>
        {
            if (client.Name != WebhookChannel.Client) client.PrimaryHandler = keeper.Handler;
        }));
        services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options => options.Configuration = new()
        {
            Issuer = TestTokens.Issuer,
            TokenEndpoint = "http://identity.test/token",
            AuthorizationEndpoint = "http://identity.test/auth",
        });
    }

    /// <summary>Whoever says so is at work.</summary>
    internal sealed class PutToWork : IStartupFilter
    {
        /// <summary>Header that names the person and the address, <c>name</c> or <c>name address</c>.</summary>
        public const string Header = "X-At-Work";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[Header].ToString().Split(' ') is [{ Length: > 0 } name, .. var address])
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new("sub", "subject-" + name),
                        new("preferred_username", $"bijie-{name}"),
                        new("name", name), new("authority", "bijie"), new("unit", "art"), new("role", "officer"),
                        .. address.SelectMany(one => (Claim[])[new("email", one), new("email_verified", "true")])], "test"));
                return rest(context);
            });
            next(app);
        };
    }
}
