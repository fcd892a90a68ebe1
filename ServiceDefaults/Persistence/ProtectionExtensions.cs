using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Registers the encryption of columns.</summary>
public static class ProtectionExtensions
{
    /// <summary>Adds the <see cref="ColumnProtector"/> with the keys of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddColumnProtection(this IServiceCollection services)
    {
        // Late because a migration encrypts nothing, but at the start of a server, so that a missing key stops it.
        services.AddOptions<ProtectionKeys>().ValidateOnStart()
            .Configure<IConfiguration>((keys, configuration) => keys.Protector = From(configuration));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<ProtectionKeys>>().Value.Protector);
    }

    private static ColumnProtector From(IConfiguration configuration) => new(configuration[ColumnProtector.KeySetting],
        (configuration[ColumnProtector.FormerKeysSetting] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private sealed class ProtectionKeys
    {
        public ColumnProtector Protector { get; set; } = null!;
    }
}
