using Disclosure.Contracts.Catalogue;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Commands;

/// <summary>The smallest aggregate: what was written into it, by whom.</summary>
internal sealed class Ledger : IAggregate
{
    public static readonly Failure IsFull = new(FailureKind.Conflict, "ledger-is-full", "写满了");

    private const int Max = 100;

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public string[] Lines { get; private set; } = [];

    Guid IAggregate.Key => Id;

    public static (Ledger Ledger, AuditFact Fact) Open(Actor who)
    {
        var ledger = new Ledger { Id = Guid.CreateVersion7() };
        return (ledger, ledger.Fact("opened", who));
    }

    public Verdict Write(Actor who, string line)
    {
        if (Lines.Length == Max) return IsFull;
        if (Lines.Contains(line)) return Verdict.Nothing;
        Lines = [.. Lines, line];
        return Fact("written", who);
    }

    /// <summary>What no domain may do: a change that says nothing of itself.</summary>
    public Verdict WriteSilently(string line)
    {
        Lines = [.. Lines, line];
        return Verdict.Nothing;
    }

    private AuditFact Fact(string act, Actor who) => new(act, who) { SubjectKind = "ledger", SubjectId = Id };
}

internal sealed class LedgerDb(DbContextOptions<LedgerDb> options) : ServiceDbContext(options)
{
    public DbSet<Ledger> Ledgers => Set<Ledger>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Ledger>(ledger => ledger.Property(l => l.Id).ValueGeneratedNever());
    }
}

internal sealed class NothingKept : IAuditScreen<LedgerDb>
{
    public IQueryable<AuditRecord> OpenTo(LedgerDb db, Person reader) => db.AuditEntries;

    public Task<string?> MissingAsync(LedgerDb db, string authority, Person reader, CancellationToken cancellation)
        => Task.FromResult<string?>(null);
}

/// <summary>The runner on a database of its own.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    private TestDatabase database = null!;
    private WebApplication app = null!;

    internal static Actor Clerk(string subject = "clerk") => new(subject, "经办人", "bijie", "office", "officer", Address: "10.0.0.7");

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["ConnectionStrings:ledger-db"] = database.ConnectionString;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IAuditScreen<LedgerDb>, NothingKept>();
        builder.AddServiceDatabase<LedgerDb>("ledger-db");
        app = builder.Build();
        await InScope((db, _) => db.Database.EnsureCreatedAsync());
    }

    internal async Task<T> InScope<T>(Func<LedgerDb, CommandRunner<LedgerDb>, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LedgerDb>(),
            scope.ServiceProvider.GetRequiredService<CommandRunner<LedgerDb>>());
    }

    internal async Task<AuditReport> Verify()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditLog<LedgerDb>>().VerifyAsync("bijie",
            new Person("auditor", "审计", "bijie", []), TestContext.Current.CancellationToken);
    }

    internal Task<Outcome<Committed>> Open(CommandContext command) => InScope((_, commands) => commands.CreateAsync<Ledger>(command, () =>
    {
        var (ledger, fact) = Ledger.Open(command.Actor);
        return Task.FromResult<Outcome<Creation<Ledger>>>(new Creation<Ledger>(ledger, fact));
    }, TestContext.Current.CancellationToken));

    internal Task<Outcome<Committed>> Write(Guid id, CommandContext command, string line, bool versioned = false, bool serial = false,
        Func<Task>? meanwhile = null)
        => Change(id, command, async (ledger, db) =>
        {
            if (meanwhile is not null) await meanwhile();
            var verdict = ledger.Write(command.Actor, line);
            db.Publish(new ItemWithdrawn(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "bijie", id, line, "none"));
            return verdict;
        }, versioned, serial);

    internal Task<Outcome<Committed>> Change(Guid id, CommandContext command, Func<Ledger, LedgerDb, Task<Verdict>> act,
        bool versioned = false, bool serial = false)
        => InScope((db, commands) => commands.ChangeAsync(command,
            async () => await db.Ledgers.FirstOrDefaultAsync(l => l.Id == id) is { } ledger ? ledger
            : (Outcome<Ledger>)new Failure(FailureKind.NotFound, "no-ledger", "没有"),
            ledger => act(ledger, db), TestContext.Current.CancellationToken, versioned, serial));

    internal Task<string[]> Lines(Guid id)
        => InScope((db, _) => db.Ledgers.AsNoTracking().Where(l => l.Id == id).Select(l => l.Lines).SingleAsync());

    internal Task<List<AuditRecord>> Entries(Guid id)
        => InScope((db, _) => db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.Position).ToListAsync());

    internal Task<int> Outbox(Guid id) => InScope((db, _) => db.Outbox.CountAsync(m => m.Subject == id));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
