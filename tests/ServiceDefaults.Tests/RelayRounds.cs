using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>Counts how often relays of this process look into the outbox of one database.</summary>
internal sealed class RelayRounds : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    public RelayRounds(string database)
    {
        this.database = database;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => Volatile.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData executed
            && executed.Command.CommandText.StartsWith("SELECT EXISTS (", StringComparison.Ordinal)
            && executed.Command.CommandText.Contains("outbox_messages", StringComparison.Ordinal)
            && database.EndsWith("Database=" + executed.Command.Connection?.Database, StringComparison.Ordinal))
            Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
