using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Disclosure.Testing;

/// <summary>
/// What resources of a test run say, each in a file of its own below <see cref="Repository.TestOutput"/>, for people to read after a
/// failure.
/// </summary>
internal sealed class ResourceLogs : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, StreamWriter> files = new();

    public ILogger CreateLogger(string categoryName)
    {
        var name = categoryName.Contains(".Resources.", StringComparison.Ordinal)
            ? categoryName[(categoryName.LastIndexOf('.') + 1)..] : "aspire";
        return new Lines(files.GetOrAdd(name, Open));
    }

    public void Dispose()
    {
        foreach (var file in files.Values) file.Dispose();
    }

    private static StreamWriter Open(string name)
    {
        var suite = AppDomain.CurrentDomain.FriendlyName["Disclosure.".Length..];
        var path = Path.Combine(Repository.TestOutput, $"{suite}.{name}.log");
        return new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    private sealed class Lines(StreamWriter file) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            lock (file) file.WriteLine(exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}");
        }
    }
}
