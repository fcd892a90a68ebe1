using System.Diagnostics;
using Disclosure.Testing;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Two real processes of one service share its queues; whichever is killed, what is said of one subject takes effect once and in
/// its order (invariant 7).</summary>
[Collection(nameof(Stack))]
public sealed class TwoProcessesTests(Stack stack)
{
    private const int Subjects = 40;
    private const int Each = 100;
    private const int Part = Subjects * Each;
    private const string Queue = "catalogue-people";

    [Fact]
    public async Task Order_per_subject_survives_two_processes_that_are_killed_in_turn()
    {
        await using var catalogue = NpgsqlDataSource.Create(await stack.DatabaseAsync("catalogue-db"));
        using var second = await Replica.StartAsync(stack);
        await second.InLineAsync();

        var subjects = Enumerable.Range(0, Subjects).Select(_ => Guid.CreateVersion7()).ToArray();
        var said = new Dictionary<Guid, (int Subject, int Number)>();
        await SayAsync(subjects, said);
        await DoneAsync(catalogue, said, 200);
        var restarts = await stack.KillAsync("catalogue");
        await UnfinishedAsync(catalogue, said);
        await DoneAsync(catalogue, said, said.Count);

        await SayAsync(subjects, said);
        await DoneAsync(catalogue, said, said.Count - Part + 200);
        second.Kill();
        await UnfinishedAsync(catalogue, said);
        await stack.RunsAgainAsync("catalogue", restarts);
        await DoneAsync(catalogue, said, said.Count);

        using var third = await Replica.StartAsync(stack);
        await third.InLineAsync();
        await SayAsync(subjects, said);
        await DoneAsync(catalogue, said, said.Count - Part + 200);
        restarts = await stack.KillAsync("catalogue");
        await UnfinishedAsync(catalogue, said);
        await DoneAsync(catalogue, said, said.Count);
        await stack.RunsAgainAsync("catalogue", restarts);

        var order = await OrderAsync(catalogue, said);
        Assert.Equal(3 * Part, order.Count);
        foreach (var subject in order.GroupBy(message => message.Subject))
            Assert.Equal(Enumerable.Range(0, 3 * Each), subject.Select(message => message.Number));
    }

    /// <summary>Review goes on to say of every subject one thing after the other, of all of them mixed.</summary>
    private async Task SayAsync(Guid[] subjects, Dictionary<Guid, (int Subject, int Number)> said)
    {
        await using var review = NpgsqlDataSource.Create(await stack.DatabaseAsync("review-db"));
        var from = said.Count / Subjects;
        var ids = new List<Guid>();
        for (var number = from; number < from + Each; number++)
            for (var subject = 0; subject < Subjects; subject++)
            {
                ids.Add(Guid.CreateVersion7());
                said.Add(ids[^1], (subject, number));
            }

        // Of the sort that leaves nothing behind: powers that were over before they were taken back.
        await using var command = review.CreateCommand("""
            insert into outbox_messages (id, subject, type, body, size, occurred_at, attempts)
            select m.id, s.subject, 'Disclosure.Contracts.People.SubstitutionChanged', jsonb_build_object('messageId', m.id,
                'occurredAt', m.at, 'authority', 'order', 'substitutionId', s.subject, 'isReplacement', false, 'principal', 'p',
                'principalName', 'p', 'delegate', 'd', 'unit', 'u', 'roles', '[]'::jsonb, 'startsOn', '2020-01-02', 'endsOn', '2020-01-03',
                'isRevoked', true), 400, m.at, 0
            from (select id, n, now() + n * interval '1 microsecond' as at from unnest($1) with ordinality as given(id, n)) m
            join unnest($2) with ordinality as s(subject, n) on s.n = (m.n - 1) % $3 + 1 order by m.n
            """);
        command.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = subjects, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = Subjects });
        Assert.Equal(Part, await command.ExecuteNonQueryAsync());
    }

    private static Task DoneAsync(NpgsqlDataSource catalogue, Dictionary<Guid, (int, int)> said, int count)
        => Eventually.Holds(async () => (await OrderAsync(catalogue, said)).Count >= count, $"{count} took effect", seconds: 180);

    /// <summary>Whoever was killed was killed in the middle of it.</summary>
    private static async Task UnfinishedAsync(NpgsqlDataSource catalogue, Dictionary<Guid, (int, int)> said)
        => Assert.InRange((await OrderAsync(catalogue, said)).Count, 1, said.Count - 1);

    /// <summary>In the order in which they began to take effect.</summary>
    private static async Task<List<(int Subject, int Number)>> OrderAsync(NpgsqlDataSource catalogue,
        Dictionary<Guid, (int Subject, int Number)> said)
    {
        await using var command = catalogue.CreateCommand(
            "select message_id from inbox_messages where message_id = any($1) order by processed_at");
        command.Parameters.Add(new() { Value = said.Keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var order = new List<(int, int)>();
        while (await reader.ReadAsync()) order.Add(said[reader.GetGuid(0)]);
        return order;
    }

    /// <summary>One more process of the catalogue, beside the platform's own.</summary>
    private sealed class Replica : IDisposable
    {
        private readonly Process process;
        private readonly string messaging;

        private Replica(Process process, string messaging) => (this.process, this.messaging) = (process, messaging);

        public static async Task<Replica> StartAsync(Stack stack)
        {
            var messaging = await stack.DatabaseAsync("messaging");
            var dll = Path.Combine(Repository.Root, "artifacts", "bin", "Catalogue", "release", "Disclosure.Catalogue.dll");
            var start = new ProcessStartInfo("dotnet", [dll])
            {
                WorkingDirectory = Path.GetDirectoryName(dll),
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["ConnectionStrings__catalogue-db"] = await stack.DatabaseAsync("catalogue-db", owner: false),
                    ["ConnectionStrings__messaging"] = messaging,
                    ["Identity__Issuer"] = stack.Issuer,
                    // No file is read here, but no service starts without knowing where they are.
                    ["Files__Path"] = Path.Combine(AppContext.BaseDirectory, "files"),
                },
            };
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return new Replica(process, messaging);
        }

        /// <summary>Waits until it stands in line for every partition, behind the platform's own process.</summary>
        public async Task InLineAsync()
        {
            await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync();
            for (var partition = 0; partition < 4; partition++)
                await Eventually.Holds(async () => await channel.ConsumerCountAsync($"{Queue}.{partition}") == 2, "both stand in line");
        }

        /// <summary>At once (SIGKILL).</summary>
        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            Kill();
            process.Dispose();
        }
    }
}
