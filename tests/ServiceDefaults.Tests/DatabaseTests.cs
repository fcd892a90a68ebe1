using System.Diagnostics;
using System.Net;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What Aspire's component gives a service's database, and what of it a service must not have.</summary>
public sealed class DatabaseTests
{
    private const string Component = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:";
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing";

    [Theory]
    [InlineData(Component + "DisableRetry")]
    [InlineData(Component + "EffectsDb:DisableRetry")]
    public async Task No_configuration_lets_the_connection_repeat_a_part_of_a_command(string key)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Build(database.ConnectionString, (key, "false"));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EffectsDb>();

        Assert.False(db.Database.CreateExecutionStrategy().RetriesOnFailure);
        // A strategy that repeats refuses this.
        await using var transaction = await db.Database.BeginTransactionAsync();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"select 1 as \"Value\"").SingleAsync());
    }

    [Fact]
    public async Task What_a_context_has_published_is_not_known_to_the_next_scope()
    {
        await using var app = Build(Nowhere);
        await using (var scope = app.Services.CreateAsyncScope())
            scope.ServiceProvider.GetRequiredService<EffectsDb>().Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "left alone"));

        await using var next = app.Services.CreateAsyncScope();
        Assert.False(next.ServiceProvider.GetRequiredService<EffectsDb>().TakePublished());
    }

    [Fact]
    public async Task Context_and_data_source_share_one_pool()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Build(database.ConnectionString + ";Maximum Pool Size=1;Timeout=5", (Component + "CommandTimeout", "7"));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EffectsDb>();
        await db.Database.OpenConnectionAsync();

        var source = app.Services.GetRequiredService<NpgsqlDataSource>();
        var full = await Assert.ThrowsAsync<NpgsqlException>(async () => await source.OpenConnectionAsync());

        Assert.Contains("exhausted", full.Message, StringComparison.Ordinal);
        Assert.Equal(7, db.Database.GetCommandTimeout());
    }

    [Theory]
    [InlineData("", 40)]
    [InlineData(";Maximum Pool Size=7", 7)]
    [InlineData(";MaxPoolSize=100", 100)]
    public async Task A_pool_is_half_of_what_the_driver_would_take_unless_a_size_is_named(string suffix, int size)
    {
        await using var app = Build(Nowhere + suffix);
        var source = app.Services.GetRequiredService<NpgsqlDataSource>();
        Assert.Equal(size, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize);
    }

    [Fact]
    public async Task Without_its_database_a_service_is_alive_and_not_ready()
    {
        await using var app = Build(Nowhere);
        app.UseServiceDefaults();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var health = await http.GetAsync(new Uri("/health", UriKind.Relative));
        using var alive = await http.GetAsync(new Uri("/alive", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (health.StatusCode, alive.StatusCode));
        var ready = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        Assert.Equal(("EffectsDb", HealthStatus.Unhealthy), (Assert.Single(ready.Entries).Key, ready.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_is_ready_until_its_database_goes_whose_connections_lie_in_the_pool(bool silently)
    {
        await using var database = await TestDatabase.CreateAsync();
        using var line = SilentLine.To(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        await using var app = Build(EndingHost.Database(database.ConnectionString, line.Port) + ";Timeout=1;Command Timeout=1");
        var health = app.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        if (silently) line.FallSilent();
        else line.Cut();

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_database_it_can_do_without_a_process_is_degraded_and_says_so_at_once(bool silently)
    {
        await using var database = await TestDatabase.CreateAsync();
        using var line = SilentLine.To(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        await using var app = Build(EndingHost.Database(database.ConnectionString, line.Port), dispensable: true);
        app.UseServiceDefaults();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health", UriKind.Relative)));

        if (silently) line.FallSilent();
        else line.Cut();

        var asked = TimeProvider.System.GetTimestamp();
        for (var n = 0; n < 3; n++) Assert.Equal("Degraded", await http.GetStringAsync(new Uri("/health", UriKind.Relative)));
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task An_operator_may_leave_the_check_out()
    {
        await using var app = Build(Nowhere, (Component + "DisableHealthChecks", "true"));
        var checks = app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;
        Assert.DoesNotContain(checks, check => check.Name == "EffectsDb");
    }

    [Theory]
    [InlineData(false, 1)]
    // Whoever else registers the driver is not reached by the component's switches.
    [InlineData(true, 0)]
    public async Task A_statement_is_traced_and_measured_once_and_by_the_component_alone(bool disabled, int times)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (spans, metrics) = (new List<Activity>(), new List<Metric>());
        await using var app = Build(database.ConnectionString, builder =>
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
            builder.Services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddInMemoryExporter(metrics));
        }, (Component + "DisableTracing", $"{disabled}"), (Component + "DisableMetrics", $"{disabled}"));
        await app.StartAsync();
        await using (var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await using var command = new NpgsqlCommand("select 'once'", connection);
            await command.ExecuteScalarAsync();
        }

        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Equal(times, spans.Count(span => span.Tags.Any(tag => tag.Value?.Contains("'once'", StringComparison.Ordinal) == true)));
        Assert.Equal(times, metrics.Count(metric => metric is { MeterName: "Npgsql", Name: "db.client.operation.duration" }));
    }

    private static WebApplication Build(string connection, bool dispensable)
        => Build(connection, _ => { }, dispensable);

    private static WebApplication Build(string connection, params (string Key, string Value)[] settings)
        => Build(connection, _ => { }, settings);

    private static WebApplication Build(
        string connection, Action<WebApplicationBuilder> configure, params (string Key, string Value)[] settings)
        => Build(connection, configure, dispensable: false, settings);

    private static WebApplication Build(
        string connection, Action<WebApplicationBuilder> configure, bool dispensable, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:effects-db"] = connection;
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.AddServiceDefaults();
        builder.AddServiceDatabase<EffectsDb>("effects-db", dispensable);
        configure(builder);
        return builder.Build();
    }
}
