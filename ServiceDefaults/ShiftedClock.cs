using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Disclosure.ServiceDefaults;

/// <summary>The business clock (业务时间) of a process, which Development may set ahead or back so that whole-system tests travel in
/// time.</summary>
/// <remarks>Only the time of day is shifted: timers and durations run as they are, and tokens live by the issuer's clock.</remarks>
internal sealed class ShiftedClock(TimeSpan offset) : TimeProvider
{
    /// <summary>How far the clock is ahead, as <c>[-][d.]hh:mm:ss</c>; the same for every process of a stack. Only in
    /// Development.</summary>
    public const string Offset = "Clock:Offset";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;

    /// <summary>The clock that the configuration asks for.</summary>
    /// <exception cref="InvalidOperationException">The offset cannot be read, or the environment is not Development.</exception>
    public static TimeProvider From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Offset] is not { Length: > 0 } text) return System;
        // Elsewhere a shifted clock would falsify deadlines and the audit chain.
        if (!environment.IsDevelopment())
            throw new InvalidOperationException($"{Offset} is only for Development; this is {environment.EnvironmentName}.");
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var offset)
            ? new ShiftedClock(offset)
            : throw new InvalidOperationException($"{Offset}: '{text}' is not a duration such as 30.00:00:00.");
    }
}
