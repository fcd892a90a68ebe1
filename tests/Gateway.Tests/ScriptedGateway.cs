using Disclosure.Gateway.Clients;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.Gateway.Tests;

/// <summary>The gateway's clients as the app model builds them, before a service that answers what the test says.</summary>
internal static class ScriptedGateway
{
    public static WebApplication Before(ScriptedService service)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["services:keycloak:http:0"] = "http://127.0.0.1:1";
        builder.AddServiceDefaults();
        builder.AddGatewaySignIn().AddServiceClients();
        builder.Services.ConfigureAll<HttpClientFactoryOptions>(options
            => options.HttpMessageHandlerBuilderActions.Add(b => b.PrimaryHandler = service));
        return builder.Build();
    }
}
