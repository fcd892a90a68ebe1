using Disclosure.Gateway.SignIn;
using Microsoft.Extensions.Http.Resilience;

namespace Disclosure.Gateway.Clients;

/// <summary>Registers the clients of the services.</summary>
internal static class ClientExtensions
{
    public static WebApplicationBuilder AddServiceClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient<CallerAddressHandler>();
        AddClient<PublicCatalogue>(builder.Services, "catalogue");
        AddClient<StaffCatalogue>(builder.Services, "catalogue").AddStaffToken();
        AddClient<StaffReview>(builder.Services, "review").AddStaffToken();
        return builder;
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
        });
        client.AddHttpMessageHandler<CallerAddressHandler>();
        return client;
    }
}
