using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Disclosure.Testing;

/// <summary>Everything that is logged, exceptions included.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    /// <summary>The lines so far.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
        => Lines.Enqueue($"{formatter(state, exception)} {exception}");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
