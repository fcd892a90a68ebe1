using Disclosure.Catalogue.Domain;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Data;

/// <summary>Gives the next public number inside the caller's transaction; concurrent publications queue on the counter's row.</summary>
internal static class NumberRegister
{
    public static async Task<PublicNumber> NextAsync(this CatalogueDb db, string authority, string organisationCode, int year,
        CancellationToken cancellation)
    {
        var next = await db.Database.SqlQuery<int>(
            $"""
            insert into number_counters (authority, year, last) values ({authority}, {year}, 1)
            on conflict (authority, year) do update set last = number_counters.last + 1
            returning last as "Value"
            """).ToListAsync(cancellation);
        return PublicNumber.Of(organisationCode, year, next.Single());
    }
}
