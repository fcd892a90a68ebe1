using System.Net;
using Disclosure.Gateway.Clients.Review;
using Disclosure.Gateway.SignIn;
using Disclosure.Gateway.Work;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Disclosure.Gateway.Clients;

/// <summary>Registers the clients of the services.</summary>
internal static class ClientExtensions
{
    /// <summary>Twice what the service gives the reading of one file, and the time that 50 MB take.</summary>
    private static readonly TimeSpan UploadLimit = TimeSpan.FromSeconds(90);

    /// <summary>One attempt of a service's part of a list of all services.</summary>
    private static readonly TimeSpan WorkAttempt = TimeSpan.FromSeconds(1.5);

    /// <summary>All attempts of it: longer than that nobody waits for a list of which the rest is there.</summary>
    private static readonly TimeSpan WorkLimit = TimeSpan.FromSeconds(2);

    public static WebApplicationBuilder AddServiceClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient<CallerAddressHandler>();
        AddClient<PublicCatalogue>(builder.Services, "catalogue");
        AddClient<StaffCatalogue>(builder.Services, "catalogue").AddStaffToken();
        AddUpload<StaffFiles>(builder.Services, "catalogue").AddStaffToken();
        AddClient<StaffReview>(builder.Services, "review").AddStaffToken();
        AddClient<AuditLog>(builder.Services, "review").AddStaffToken();
        foreach (var service in Kernel.ServiceNames.All) AddWork(builder.Services, service);
        builder.Services.AddScoped<CurrentPerson>().AddScoped<PersonalWork>();
        return builder;
    }

    /// <summary>A file takes as long as its reading takes; it is sent once, and its slowness says nothing about the service's
    /// health.</summary>
    private static IHttpClientBuilder AddUpload<TClient>(IServiceCollection services, string service) where TClient : class
    {
        var client = services.AddHttpClient<TClient>(http =>
        {
            http.BaseAddress = new Uri($"http://{service}/");
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
#pragma warning disable EXTEXP0001 // As below.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddResilienceHandler("upload", pipeline => pipeline.AddTimeout(UploadLimit));
        return client;
    }

    /// <summary>One list waits for all services, so none may hold it up: whatever is not there in time is named as missing.</summary>
    private static void AddWork(IServiceCollection services, string service)
    {
        AddClient(services.AddHttpClient($"work-{service}"), service, WorkAttempt, WorkLimit).AddStaffToken();
        services.AddScoped(provider
            => new ServiceWork(provider.GetRequiredService<IHttpClientFactory>().CreateClient($"work-{service}"), service));
    }

    /// <summary>A page waits for a person: few quick attempts, and only reads are repeated.</summary>
    private static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, string service) where TClient : class
        => AddClient(services.AddHttpClient<TClient>(), service, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

    private static IHttpClientBuilder AddClient(IHttpClientBuilder client, string service, TimeSpan attempt, TimeSpan limit)
    {
        client.ConfigureHttpClient(http => http.BaseAddress = new Uri($"http://{service}/"));
#pragma warning disable EXTEXP0001 // Replacing the defaults' pipeline has no other way; a second one around it would multiply the attempts.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = attempt;
            options.TotalRequestTimeout.Timeout = limit;
            options.Retry.MaxRetryAttempts = 2;
            options.Retry.Delay = TimeSpan.FromMilliseconds(100);
            options.Retry.DisableForUnsafeHttpMethods();
            options.CircuitBreaker.ShouldHandle = args => ValueTask.FromResult(TellsOfTheService(args.Outcome));
        });
        client.AddHttpMessageHandler<CallerAddressHandler>();
        return client;
    }

    /// <summary>Whether an outcome says that the service is unwell: an error over one request says so of that request, and must close the
    /// way for nobody else.</summary>
    internal static bool TellsOfTheService(Outcome<HttpResponseMessage> outcome) => HttpClientResiliencePredicates.IsTransient(outcome)
        && outcome.Result?.StatusCode is not (HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests);
}
