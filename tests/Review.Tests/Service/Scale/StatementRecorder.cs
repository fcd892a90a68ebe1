using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>A statement as the service sent it.</summary>
internal sealed record Statement(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>How PostgreSQL answers it, measured: the statement is executed once more, with the same values.</summary>
    public async Task<Plan> ExplainAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("explain (analyze, buffers, format json) " + Text);
        foreach (var parameter in Parameters) command.Parameters.Add(parameter.Clone());
        var json = (string)(await command.ExecuteScalarAsync(cancellation))!;
        return Plan.Of(JsonDocument.Parse(json).RootElement[0]);
    }
}

/// <summary>Keeps the statements of the requests between two calls of <see cref="DuringAsync"/>.</summary>
internal sealed class StatementRecorder : DbCommandInterceptor
{
    private readonly Lock gate = new();
    private List<Statement>? kept;

    /// <summary>What the service asks its database during some work; one such work at a time.</summary>
    public async Task<IReadOnlyList<Statement>> DuringAsync(Func<Task> work)
    {
        lock (gate) kept = [];
        await work();
        lock (gate)
        {
            // A copy: what the service does in the background is recorded too, and may be on its way.
            IReadOnlyList<Statement> mine = [.. kept];
            kept = null;
            return mine;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        // Only what reads can be measured by doing it again.
        if (command.CommandText.StartsWith("select", StringComparison.OrdinalIgnoreCase))
        {
            lock (gate)
                kept?.Add(new Statement(command.CommandText,
                    [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]));
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
