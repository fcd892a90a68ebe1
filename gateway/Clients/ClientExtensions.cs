using System.Net;
using Disclosure.Gateway.Clients.Review;
using Disclosure.Gateway.SignIn;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Disclosure.Gateway.Clients;

/// <summary>Registers the clients of the services.</summary>
internal static class ClientExtensions
{
    /// <summary>Twice what the service gives the reading of one file, and the time that 20 MB take.</summary>
    private static readonly TimeSpan UploadLimit = TimeSpan.FromSeconds(90);

    public static WebApplicationBuilder AddServiceClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient<CallerAddressHandler>();
        AddClient<PublicCatalogue>(builder.Services, "catalogue");
        AddClient<StaffCatalogue>(builder.Services, "catalogue").AddStaffToken();
        AddUpload<StaffImport>(builder.Services, "catalogue").AddStaffToken();
        AddClient<StaffReview>(builder.Services, "review").AddStaffToken();
        AddClient<AuditLog>(builder.Services, "review").AddStaffToken();
        builder.Services.AddScoped<CurrentPerson>();
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

    /// <summary>A page waits for a person: few quick attempts, and only reads are repeated.</summary>
    private static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, string service) where TClient : class
    {
        var client = services.AddHttpClient<TClient>(http => http.BaseAddress = new Uri($"http://{service}/"));
#pragma warning disable EXTEXP0001 // Replacing the defaults' pipeline has no other way; a second one around it would multiply the attempts.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
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
