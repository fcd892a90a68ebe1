using Disclosure.Review.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service;

public sealed class MigrationTests
{
    [Fact]
    public void Every_change_of_the_model_has_its_migration()
    {
        using var db = new ReviewDbFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add");
    }
}
