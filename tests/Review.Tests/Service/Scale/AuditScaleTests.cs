using System.Diagnostics;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>A long audit log is verified in bounded memory.</summary>
[Collection(nameof(OneService))]
public sealed class AuditScaleTests(ReviewService service)
{
    [Fact]
    public async Task A_hundred_thousand_audit_entries_are_verified_in_bounded_memory()
    {
        const int entries = 100_000;
        await service.InDatabase(async db =>
        {
            var head = new AuditHead { Authority = "taishan-archive" };
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using (var copy = await connection.BeginBinaryImportAsync(
                "copy audit_entries (service, authority, position, at, act, actor, actor_name, title, reason, previous_hash, hash) "
                + "from stdin (format binary)"))
            {
                for (var n = 0; n < entries; n++)
                {
                    var fact = new AuditFact(Acts.Approved, new Actor("somebody", "某人", head.Authority))
                    {
                        Title = "关于开展非遗展演的通知",
                        Reason = "同意"
                    };
                    var entry = head.Append(ServiceNames.Review, fact, ReviewService.Start);
                    await copy.StartRowAsync();
                    await copy.WriteAsync(entry.Service);
                    await copy.WriteAsync(entry.Authority);
                    await copy.WriteAsync(entry.Position);
                    await copy.WriteAsync(entry.At, NpgsqlTypes.NpgsqlDbType.TimestampTz);
                    foreach (var text in new[] { entry.Act, entry.Actor, entry.ActorName, entry.Title, entry.Reason }) await copy
                        .WriteAsync(text);
                    await copy.WriteAsync(entry.PreviousHash, NpgsqlTypes.NpgsqlDbType.Char);
                    await copy.WriteAsync(entry.Hash, NpgsqlTypes.NpgsqlDbType.Char);
                }

                await copy.CompleteAsync();
            }

            return await db.Database.ExecuteSqlAsync($"""
                insert into audit_heads (authority, position, hash)
                values ({head.Authority}, {head.Position}, {head.Hash})
                """);
        });

        var started = Stopwatch.GetTimestamp();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var report = await service.InDatabase(async db =>
        {
            var log = new AuditLog<ReviewDb>(db, new CaseAuditScreen(), new ServiceName(ServiceNames.Review), TimeProvider.System);
            var auditor = new Person("auditor", "审计", "taishan-archive", []);
            var found = await log.VerifyAsync("taishan-archive", auditor, TestContext.Current.CancellationToken);
            Assert.Empty(db.ChangeTracker.Entries());
            return found;
        });
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"100,000 entries verified in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {kept / 1_048_576d:F1} MB kept");

        Assert.True(report.Intact, report.Problem);
        Assert.Equal(entries, report.Entries);
        Assert.InRange(kept, long.MinValue, 32 * 1_048_576);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }
}
