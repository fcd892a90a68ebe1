using Disclosure.Review.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service;

/// <summary>The tables are those of the model.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_the_model_waits_for_its_migration()
    {
        using var db = new ReviewDbFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add");
    }
}
