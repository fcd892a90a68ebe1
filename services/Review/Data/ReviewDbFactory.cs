using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Disclosure.Review.Data;

/// <summary>Lets <c>dotnet ef</c> build the model without the service's configuration.</summary>
internal sealed class ReviewDbFactory : IDesignTimeDbContextFactory<ReviewDb>
{
    public ReviewDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ReviewDb>()
        .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
