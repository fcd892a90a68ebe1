using Disclosure.Contracts.Catalogue;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Commands;

/// <summary>What the runner does for every command of every service.</summary>
public sealed class CommandRunnerTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static CommandContext By(string subject = "clerk", string? key = null, string fingerprint = "f", params string[] ifMatch)
        => new(LedgerHost.Clerk(subject), key, fingerprint, ifMatch.Length == 0 ? null : ifMatch);

    private async Task<Guid> Opened() => (await host.Open(By())).Value.Id;

    [Fact]
    public async Task A_change_its_audit_entry_and_its_messages_are_there_together()
    {
        var id = await Opened();
        var written = await host.Write(id, By(), "first");

        Assert.Equal(2, written.Value.Version);
        Assert.Equal(["first"], await host.Lines(id));
        Assert.Equal(1, await host.Outbox(id));
        var entry = (await host.Entries(id))[^1];
        Assert.Equal(("ledger", "written", "clerk", "经办人", "officer", "office", "10.0.0.7"),
            (entry.Service, entry.Act, entry.Actor, entry.ActorName, entry.Role, entry.Unit, entry.Source));
        Assert.Null((await host.Verify()).Problem);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind_and_its_key_may_be_used_again()
    {
        var id = await Opened();
        var refused = await host.Change(id, By(key: "again"), (ledger, db) =>
        {
            ledger.Write(LedgerHost.Clerk(), "lost");
            db.Publish(new ItemWithdrawn(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "bijie", id, "lost", "none"));
            return Task.FromResult<Verdict>(Ledger.IsFull);
        });

        Assert.Equal("ledger-is-full", refused.Failure!.Code);
        Assert.Empty(await host.Lines(id));
        Assert.Equal(0, await host.Outbox(id));
        Assert.Single(await host.Entries(id));
        Assert.Null((await host.Write(id, By(key: "again"), "kept")).Failure);
    }

    [Fact]
    public async Task The_same_request_again_has_one_effect_and_the_same_answer()
    {
        var first = await host.Open(By(key: "open-once"));
        var second = await host.Open(By(key: "open-once"));
        Assert.Equal(first.Value, second.Value);

        var written = await host.Write(first.Value.Id, By(key: "write-once"), "line");
        await host.Write(first.Value.Id, By(), "another");
        Assert.Equal(written.Value, (await host.Write(first.Value.Id, By(key: "write-once"), "line")).Value);
        Assert.Equal(["line", "another"], await host.Lines(first.Value.Id));
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_has_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.Open(By(key: "impatient"))));
        var id = Assert.Single(answers.Select(answer => answer.Value.Id).Distinct());
        Assert.Single(await host.Entries(id));
    }

    [Fact]
    public async Task A_key_stands_for_one_request_of_one_person()
    {
        var mine = await host.Open(By(key: "shared"));
        Assert.Equal(CommandFailures.KeyReused, (await host.Open(By(key: "shared", fingerprint: "other"))).Failure);
        Assert.NotEqual(mine.Value.Id, (await host.Open(By("somebody-else", "shared"))).Value.Id);
        Assert.Equal(CommandFailures.KeyIsInvalid, (await host.Open(By(key: new string('k', CommandFailures.MaxKey + 1)))).Failure);
        Assert.Equal(CommandFailures.KeyIsInvalid, (await host.Open(By(key: "有空格 的"))).Failure);
    }

    [Fact]
    public async Task Of_two_that_change_the_same_at_once_both_decide_on_what_the_other_left()
    {
        var id = await Opened();
        var interfered = false;
        // Another change is committed after this one has read, before it saves: it is decided anew.
        var late = await host.Write(id, By(), "late", meanwhile: async () =>
        {
            if (interfered) return;
            interfered = true;
            Assert.Null((await host.Write(id, By("quick"), "quick")).Failure);
        });

        Assert.Null(late.Failure);
        Assert.Equal(3, late.Value.Version);
        Assert.Equal(["quick", "late"], await host.Lines(id));
        Assert.Equal(["opened", "written", "written"], (await host.Entries(id)).Select(entry => entry.Act));
        Assert.Equal(2, await host.Outbox(id));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected, 2)]
    [InlineData(PostgresErrorCodes.SerializationFailure, 2)]
    public async Task What_the_database_ended_for_the_sake_of_another_is_done_again(string state, int version)
    {
        var id = await Opened();
        var ended = false;
        var written = await host.Write(id, By(), "line", meanwhile: () =>
        {
            if (ended) return Task.CompletedTask;
            ended = true;
            throw new PostgresException("ended", "ERROR", "ERROR", state);
        });

        Assert.Equal(version, written.Value.Version);
        Assert.Equal(["line"], await host.Lines(id));
        Assert.Equal(1, await host.Outbox(id));
    }

    [Fact]
    public async Task Whoever_names_a_version_changes_that_one_or_nothing()
    {
        var id = await Opened();
        Assert.Equal(CommandFailures.VersionIsMissing, (await host.Write(id, By(), "x", versioned: true)).Failure);
        Assert.Equal(CommandFailures.ChangedMeanwhile, (await host.Write(id, By(ifMatch: "\"7\""), "x", versioned: true)).Failure);
        Assert.Equal(CommandFailures.ChangedMeanwhile, (await host.Write(id, By(ifMatch: "W/\"1\""), "x", versioned: true)).Failure);
        Assert.Null((await host.Write(id, By(ifMatch: ["\"7\"", "\"1\""]), "x", versioned: true)).Failure);
        Assert.Null((await host.Write(id, By(ifMatch: "*"), "y", versioned: true)).Failure);
        Assert.Equal(CommandFailures.VersionIsUnreadable, (await host.Write(id, By() with { IfMatch = [] }, "z")).Failure);
    }

    [Fact]
    public async Task A_named_version_is_not_overtaken_by_the_second_attempt()
    {
        var id = await Opened();
        var late = await host.Write(id, By(ifMatch: "\"1\""), "late", versioned: true, meanwhile: async ()
            => await host.Write(id, By("quick"), "quick"));

        Assert.Equal(CommandFailures.ChangedMeanwhile, late.Failure);
        Assert.Equal(["quick"], await host.Lines(id));
    }

    [Fact]
    public async Task Serial_commands_of_an_authority_wait_for_each_other()
    {
        var id = await Opened();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => host.Write(id, By($"clerk-{n}"), $"line {n}", serial: true)));
        Assert.Equal(10, (await host.Lines(id)).Length);
        Assert.Null((await host.Verify()).Problem);
    }

    [Fact]
    public async Task Where_nothing_had_to_happen_nothing_is_recorded()
    {
        var id = await Opened();
        await host.Write(id, By(), "line");
        Assert.Equal(2, (await host
            .Change(id, By(), (ledger, _) => Task.FromResult(ledger.Write(LedgerHost.Clerk(), "line")))).Value.Version);
        Assert.Equal(2, (await host.Entries(id)).Count);
    }

    [Fact]
    public async Task A_change_of_which_nobody_says_who_made_it_is_a_fault()
    {
        var id = await Opened();
        await Assert.ThrowsAsync<InvalidOperationException>(()
            => host.Change(id, By(), (ledger, _) => Task.FromResult(ledger.WriteSilently("line"))));
        Assert.Empty(await host.Lines(id));
    }
}
