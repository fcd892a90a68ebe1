using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Disclosure.ServiceDefaults;

/// <summary>What every process shares: telemetry, health, resilience, problem details, OpenAPI, clock.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Largest request body of an ordinary endpoint, bytes; uploads set their own bound.</summary>
    public const long MaxRequestBody = 2 * 1024 * 1024;

    /// <summary>Adds the shared parts.</summary>
    /// <param name="builder">The host builder.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(ShiftedClock.From(builder.Configuration, builder.Environment));
        AddTelemetry(builder);
        builder.Services.AddTransient<IStartupFilter, HeadRequests>();
        builder.Services.AddShutdownBounds();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = FrameworkFailures.Reword);
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options => CallerAddresses.Trust(options, builder.Configuration));
        builder.Services.AddOpenApi(ApiDocument.Describe);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = MaxRequestBody;
            options.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(options => JsonDialect.Apply(options.SerializerOptions));
        return builder;
    }

    /// <summary>Maps health (ready), liveness and OpenAPI; the gateway routes none of them.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.Use(RetryAfter.SayAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A body that cannot be read is the caller's mistake: 400 or 413, never 500.
            StatusCodeSelector = ExceptionStatus.Of,
            SuppressDiagnosticsCallback = ExceptionStatus.IsToldAlready,
        });
        app.UseStatusCodePages();
        app.Use(RefuseNulAsync);
        app.Use(OversizedBodies.RefuseAsync);
        app.Use(Charsets.RefuseAsync);
        app.MapHealthChecks(Probes.Health);
        app.MapHealthChecks(Probes.Alive, new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
        app.MapOpenApi();
        return app;
    }

    /// <summary>PostgreSQL stores no NUL character, so no address with one can name anything: 400 instead of an error further in.</summary>
    private static Task RefuseNulAsync(HttpContext context, RequestDelegate next)
        => context.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true
            || context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            ? AddressIsInvalid.ExecuteAsync(context)
            : next(context);

    private static readonly ProblemHttpResult AddressIsInvalid = Problems
        .Of(StatusCodes.Status400BadRequest, "address-is-invalid", "地址无效", "地址中含有不允许的字符。");

    private static void AddTelemetry(IHostApplicationBuilder builder)
    {
        // Every statement and every request at Information would bury what happened; traces hold both.
        foreach (var category in new[] { "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore.Database.Command", "Npgsql.Command",
            "Polly", "Yarp.ReverseProxy" })
            builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(Telemetry.Name, "MassTransit", "Yarp.ReverseProxy"))
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name, "MassTransit", "Yarp.ReverseProxy")
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !Probes.Are(context.Request.Path))
                .AddHttpClientInstrumentation());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
        // The exporters repeat by themselves; what the resilience of other clients repeats as well would hold up the end of the process.
        foreach (var exporter in new[] { "OtlpTraceExporter", "OtlpMetricExporter", "OtlpLogExporter" })
            builder.Services.AddHttpClient(exporter).ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear());
    }
}
