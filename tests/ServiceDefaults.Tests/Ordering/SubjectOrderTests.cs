using System.Globalization;
using System.Text;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Ordering;

/// <summary>Whatever happens to the processes, what is said of one aggregate takes effect once and in the order in which it was
/// said.</summary>
public sealed class SubjectOrderTests
{
    private const int Subjects = 24;
    private const int Messages = 40;

    public static TheoryData<int> Seeds => [1, 2, 3, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Order_survives_failures_restarts_lost_connections_and_partitions_that_change_hands(int seed)
    {
        var chance = new Random(seed);
        await using var said = await TestDatabase.CreateAsync();
        await using var done = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var speaker = await MessagingHost.StartAsync(said.ConnectionString, rabbit, consumes: false);
        var hearers = new List<Hearer> { await Hearer.StartAsync(done.ConnectionString, rabbit, seed) };
        var speaking = SpeakAsync(speaker, new Random(seed));
        var happened = new StringBuilder();
        try
        {
            for (var turn = 1; turn <= 8; turn++)
            {
                // Each at another moment of the work: there is always something under way.
                var reached = Subjects * Messages * turn / 10;
                await Eventually.Holds(async () => await hearers[0].DoneAsync() >= reached, $"{reached} took effect after {happened}", 180);
                var deed = chance.Next(5);
                var whose = hearers[chance.Next(hearers.Count)];
                happened.Append(CultureInfo.InvariantCulture, $" {deed}");
                if (deed == 0 || hearers.Count == 1) hearers.Add(await Hearer.StartAsync(done.ConnectionString, rabbit, seed));
                else if (deed == 1) await whose.GiveBackAsync();
                else if (deed == 4) whose.BreakLine();
                else
                {
                    hearers.Add(await Hearer.StartAsync(done.ConnectionString, rabbit, seed));
                    hearers.Remove(whose);
                    // Who has lost the broker may still be in the middle of something; who ends in order says so first.
                    if (deed == 2) whose.LoseBroker();
                    await whose.DisposeAsync();
                }
            }

            await speaking;
            await Eventually.Holds(async () => await hearers[0].DoneAsync() == Subjects * Messages,
                $"all took effect after {happened}", 180);
            Assert.Equal([], await hearers[0].ComplaintsAsync());
        }
        finally
        {
            foreach (var hearer in hearers) await hearer.DisposeAsync();
        }
    }

    /// <summary>Says of every aggregate one, two, three …, of all of them mixed.</summary>
    private static async Task SpeakAsync(MessagingHost speaker, Random chance)
    {
        Guid[] subjects = [.. Enumerable.Range(0, Subjects).Select(_ => Guid.CreateVersion7())];
        var order = subjects.SelectMany(subject => Enumerable.Repeat(subject, Messages)).ToArray();
        chance.Shuffle(order);
        var numbers = subjects.ToDictionary(subject => subject, _ => 0);
        foreach (var some in order.Chunk(30))
            await speaker.InDatabase(db =>
            {
                foreach (var subject in some)
                    db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), $"{++numbers[subject]}", subject));
                return db.SaveChangesAsync();
            });
    }

    /// <summary>A replica of a service that complains when it does not hear the next number.</summary>
    private sealed class Hearer : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly SilentLine line;

        private Hearer(WebApplication app, SilentLine line) => (this.app, this.line) = (app, line);

        public static async Task<Hearer> StartAsync(string database, string rabbit, int seed)
        {
            var line = SilentLine.To(new Uri(rabbit).Port);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:effects-db"] = database,
                ["ConnectionStrings:messaging"] = EndingHost.Broker(rabbit, line.Port),
                ["urls"] = "http://127.0.0.1:0",
            });
            builder.Services.AddSingleton(TimeProvider.System).AddSingleton(new Whims(seed));
            builder.AddServiceDatabase<EffectsDb>("effects-db");
            builder.AddMessaging<EffectsDb>("effects", queues => queues.Add<CountingConsumer>("effects-effect"), people: false,
                calendars: false, facts: false);
            var hearer = new Hearer(builder.Build(), line);
            await using (var scope = hearer.app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<EffectsDb>().Database.EnsureCreatedAsync();
            await hearer.app.StartAsync();
            return hearer;
        }

        public Task<int> DoneAsync() => AskAsync(db => db.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from inbox_messages").SingleAsync());

        public Task<List<string>> ComplaintsAsync()
            => AskAsync(db => db.Effects.Where(e => e.Text.StartsWith("not ")).Select(e => e.Text).ToListAsync());

        public void LoseBroker() => line.Cut();

        public void BreakLine() => line.Break();

        public async Task GiveBackAsync()
        {
            foreach (var channel in app.Services.GetRequiredService<PartitionShares>().Channels)
                await channel.GiveBackAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
            line.Dispose();
        }

        private async Task<T> AskAsync<T>(Func<EffectsDb, Task<T>> question)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await question(scope.ServiceProvider.GetRequiredService<EffectsDb>());
        }
    }

    /// <summary>Which attempts fail; never the second of a message.</summary>
    private sealed class Whims(int seed)
    {
        private readonly Random chance = new(seed);
        private readonly HashSet<Guid> failed = [];

        public bool Fails(Guid message)
        {
            lock (chance) return chance.Next(25) == 0 && failed.Add(message);
        }
    }

    private sealed class CountingConsumer(EffectsDb db, TimeProvider clock, Whims whims)
        : InboxConsumer<ReviewConcluded, EffectsDb>(db, clock)
    {
        protected override async Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
        {
            var number = int.Parse(message.Reason!, CultureInfo.InvariantCulture);
            var last = await Db.Effects.SingleOrDefaultAsync(e => e.Id == message.SubjectId, cancellation);
            var before = last is null ? 0 : int.Parse(last.Text, CultureInfo.InvariantCulture);
            if (number != before + 1)
                Db.Effects.Add(new Effect { Id = Guid.CreateVersion7(), Text = $"not {before + 1} but {number} of {message.SubjectId}" });
            if (last is null) Db.Effects.Add(new Effect { Id = message.SubjectId, Text = $"{number}" });
            else last.Text = $"{number}";
            await Db.SaveChangesAsync(cancellation);
            if (whims.Fails(message.MessageId)) throw new InvalidOperationException("not yet");
        }
    }
}
