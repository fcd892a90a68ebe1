using Disclosure.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Registers a service's PostgreSQL database and runs it as migration or as server.</summary>
public static class PersistenceExtensions
{
    /// <summary>Adds the data source, the DbContext (snake_case names) and the health check.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host builder.</param>
    /// <param name="connectionName">Name below <c>ConnectionStrings</c>, for instance <c>catalogue-db</c>.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddServiceDatabase<TDb>(this IHostApplicationBuilder builder, string connectionName)
        where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not configured.");
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddNpgsqlDataSource(connection, source => LimitPool(source.ConnectionStringBuilder));
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(services.GetRequiredService<OutboxSignal>()));
        builder.Services.AddHealthChecks().AddNpgSql(tags: ["ready"]);
        return builder;
    }

    /// <summary>Half of what the driver would take, so that the services of one small machine fit its server; who names a size knows better.</summary>
    private static void LimitPool(NpgsqlConnectionStringBuilder connection)
    {
        if (!connection.ContainsKey("Maximum Pool Size")) connection.MaxPoolSize = 40;
    }

    /// <summary>With <c>--migrate</c> brings the database up to date and makes the service's login; the process then ends instead of serving.</summary>
    /// <remarks>Called before anything is mapped: a migration has a database and neither broker nor issuer.</remarks>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="app">The built application.</param>
    /// <param name="connectionName">Name below <c>ConnectionStrings</c>; names the login to make as well.</param>
    /// <param name="args">The process's arguments.</param>
    /// <returns>Whether the process was asked to migrate.</returns>
    public static async Task<bool> MigrateAsync<TDb>(this WebApplication app, string connectionName, string[] args) where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!args.Contains("--migrate")) return false;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.MigrateAsync();
        if (ServiceLogin.From(app.Configuration, connectionName) is { } login)
            await login.GrantAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), db.AppendOnlyTables, app.Lifetime.ApplicationStopping);
        return true;
    }
}
