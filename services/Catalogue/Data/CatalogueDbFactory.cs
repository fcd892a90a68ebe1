using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Disclosure.Catalogue.Data;

/// <summary>Lets <c>dotnet ef</c> build the model without the service's configuration.</summary>
internal sealed class CatalogueDbFactory : IDesignTimeDbContextFactory<CatalogueDb>
{
    public CatalogueDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<CatalogueDb>()
        .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
