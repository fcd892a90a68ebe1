using System.Diagnostics;
using System.Threading.Channels;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Keeps the process's calendars as new as its database, and counts open due days anew when a calendar has changed.</summary>
/// <remarks>Every due day says with which calendar it was counted, so what a replica that had not heard yet has counted with the old one
/// is found by the next look.</remarks>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="scopes">Scopes of the process.</param>
/// <param name="calendars">The calendars.</param>
/// <param name="packs">The rule packs: the authorities.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class CalendarKeeper<TDb>(IServiceScopeFactory scopes, AuthorityCalendars calendars, RulePacks packs,
    TimeProvider clock, ILogger<CalendarKeeper<TDb>> log) : BackgroundWork where TDb : ServiceDbContext
{
    private const int Batch = 2_000;

    /// <summary>One replica counts at a time; the number is this platform's own.</summary>
    private const long Lock = 0x00D1_5C10_50CA_1E00;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked for due days of an older calendar although none has changed here.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> wakes = System.Threading.Channels.Channel
        .CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private (long Position, DateTimeOffset At) counted = (-1, DateTimeOffset.MinValue);

    private volatile bool isFailing;

    /// <summary>Has it look now: something was imported.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Nothing is counted with an old calendar because the process has just started; without its database it counts nothing anyway.
        Task refreshed = ShutdownBounds.Aside(() => TryAsync(RefreshAsync, cancellationToken)).Unwrap();
        await refreshed.WaitAsync(StartPatience, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Counts with what the database holds.</summary>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when the process does.</returns>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (await db.CalendarPositionAsync(cancellation) != calendars.Position)
            calendars.Lay(await db.LatestNoticesAsync(cancellation));
    }

    /// <summary>Counts with what the database holds, now where that is possible and else a little later: what was committed stays
    /// so.</summary>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when it is so, or put off.</returns>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        await TryAsync(RefreshAsync, cancellation);
        Wake();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(LookAsync, stoppingToken);
            await WaitAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        var (now, position) = (clock.GetUtcNow(), calendars.Position);
        var (tried, mine) = (true, true);
        if (position != counted.Position || now - counted.At >= Look)
        {
            // One authority that cannot be counted keeps no other from it.
            foreach (var pack in packs.All)
            {
                if (!await TryAsync(async inner => mine = await CountAsync(pack.Authority, inner) && mine, cancellation)) tried = false;
            }

            if (tried && mine) counted = (position, now);
        }

        if (tried) isFailing = false;
    }

    /// <summary>Counts the open due days of an authority anew that were counted with another calendar.</summary>
    /// <returns>False where another replica is at it: it is looked again soon.</returns>
    private async Task<bool> CountAsync(string authority, CancellationToken cancellation)
    {
        var (started, seen, moved) = (Stopwatch.GetTimestamp(), 0, 0);
        var version = "";
        OpenClock? last = null;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<IOpenClocks>() is not { } clocks) return true;
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (!await IsMineAsync(db, cancellation)) return false;
            var calendar = calendars.Of(authority);
            version = calendar.Version;
            var page = await clocks.OutdatedAsync(authority, version, last, Batch, cancellation);
            if (page.Count == 0) break;
            moved += await clocks.SetAsync(authority, version, [.. page.Select(open => new Recount(open, open.DueBy(calendar)))],
                clock.GetUtcNow(), cancellation);
            await transaction.CommitAsync(cancellation);
            (seen, last) = (seen + page.Count, page[^1]);
        }

        if (seen == 0) return true;
        await RecordAsync(authority, version, seen, moved, cancellation);
        Counted(log, authority, seen, moved, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return true;
    }

    private async Task RecordAsync(string authority, string version, int counted, int moved, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<AuditLog<TDb>>().AppendAsync(authority,
            [new AuditFact(CalendarActs.Recounted, Actor.System(authority))
            {
                Title = "工作日历", Reason = $"工作日历为 {version}：重算 {counted} 项期限，其中 {moved} 项有变动",
            }], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> IsMineAsync(TDb db, CancellationToken cancellation)
        => await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Lock}) as \"Value\"").SingleAsync(cancellation);

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(Poll, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            await wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The interval ended without a wake, or the process stops: the caller looks either way.
        }
    }

    /// <summary>The database is away: health says so, and this is tried again.</summary>
    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Said once and not at every look: an outage is told by health for as long as it lasts.
            if (!isFailing) Postponed(log, failure.GetType().Name);
            isFailing = true;
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning,
        Message = "The working calendars could not be looked at ({Kind}); tried again")]
    private static partial void Postponed(ILogger log, string kind);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Information,
        Message = "Counted {Counted} due days of {Authority} anew in {Milliseconds} ms; {Moved} moved")]
    private static partial void Counted(ILogger log, string authority, int counted, int moved, long milliseconds);
}
