using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Disclosure.Gateway.Data;

/// <summary>Lets <c>dotnet ef</c> build the model without the gateway's configuration.</summary>
internal sealed class GatewayDbFactory : IDesignTimeDbContextFactory<GatewayDb>
{
    public GatewayDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<GatewayDb>()
        .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
