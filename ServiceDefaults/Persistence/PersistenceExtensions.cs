using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Registers a service's PostgreSQL database and runs it as migration or as server.</summary>
public static class PersistenceExtensions
{
    /// <summary>Adds the data source, the DbContext (snake_case names), its health check, traces and metrics, and what runs and records
    /// commands on it.</summary>
    /// <remarks>
    /// Reads <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c> and the section of the context's name in it: <c>CommandTimeout</c>,
    /// <c>DisableHealthChecks</c>, <c>DisableTracing</c>, <c>DisableMetrics</c>.
    /// </remarks>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host builder.</param>
    /// <param name="connectionName">Name below <c>ConnectionStrings</c>, for instance <c>catalogue-db</c>.</param>
    /// <param name="dispensable">Whether the process does most of its work without the database: while it is away the process is
    /// degraded, and taken out of nothing.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddServiceDatabase<TDb>(this IHostApplicationBuilder builder, string connectionName,
        bool dispensable = false)
        where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not configured.");
        builder.Services.AddSingleton(new ServiceName(connectionName[..connectionName.LastIndexOf('-')]));
        builder.Services.AddScoped<AuditLog<TDb>>().AddScoped<CommandRunner<TDb>>().AddScoped<NoticeStore<TDb>>();
        builder.Services.AddScoped<IPeople, PeopleDirectory<TDb>>();
        builder.Services.AddSingleton<OutboxSignal>();
        // The one pool of the process: whoever needs more than the context takes the data source.
        builder.Services.AddNpgsqlDataSource(connection, source => LimitPool(source.ConnectionStringBuilder));
        // Of every scope its own: a context that is pooled would take what it has published into the next scope.
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(services.GetRequiredService<OutboxSignal>()));
        // No configuration may switch the component's retries on: they know statements and not what a command does in its transaction, and
        // refuse every transaction that is begun by hand. What is tried again is the command by its key and the message by its inbox.
        builder.EnrichNpgsqlDbContext<TDb>(settings =>
        {
            settings.DisableRetry = true;
            settings.DisableHealthChecks |= dispensable;
        });
        if (dispensable) builder.Services.AddSingleton<DispensableDatabase>().AddHealthChecks()
            .AddCheck<DispensableDatabase>(typeof(TDb).Name, HealthStatus.Degraded);
        else builder.Services.Configure<HealthCheckServiceOptions>(options => MarkReady(options, typeof(TDb).Name));
        return builder;
    }

    /// <summary>The component tags no check of its own, and an operator may have left the check out.</summary>
    private static void MarkReady(HealthCheckServiceOptions options, string check)
    {
        foreach (var registration in options.Registrations.Where(registration => registration.Name == check)) registration.Tags
            .Add("ready");
    }

    /// <summary>Half of what the driver would take, so that the services of one small machine fit its server; who names a size knows
    /// better.</summary>
    private static void LimitPool(NpgsqlConnectionStringBuilder connection)
    {
        // ContainsKey would be true for every key the driver knows.
        if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = 40;
    }

    /// <summary>With <c>--migrate</c> brings the database up to date and makes the service's login; the process then ends instead of
    /// serving.</summary>
    /// <remarks>Called before anything is mapped: a migration has a database and neither broker nor issuer.</remarks>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="app">The built application.</param>
    /// <param name="connectionName">Name below <c>ConnectionStrings</c>; names the login to make as well.</param>
    /// <param name="args">The process's arguments.</param>
    /// <returns>Whether the process was asked to migrate.</returns>
    public static async Task<bool> MigrateAsync<TDb>(this WebApplication app, string connectionName, string[] args)
        where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!args.Contains("--migrate")) return false;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.MigrateAsync(app.Lifetime.ApplicationStopping);
        if (ServiceLogin.From(app.Configuration, connectionName) is { } login)
            await login.GrantAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), db.AppendOnlyTables,
            app.Lifetime.ApplicationStopping);
        return true;
    }
}
