using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Catalogue.Tests;

/// <summary>The tables are those of the model.</summary>
public sealed class MigrationTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    [Fact]
    public async Task No_change_of_the_model_waits_for_its_migration()
        => Assert.False(await host.Query(db => Task.FromResult(db.Database.HasPendingModelChanges())), "Run: dotnet ef migrations add");
}
