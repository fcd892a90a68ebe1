using System.Diagnostics;
using System.Globalization;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>How much of a span somebody on this machine waited for a processor, as the kernel counts it (pressure stall
/// information).</summary>
internal sealed class ProcessorPressure
{
    private const string Source = "/proc/pressure/cpu";

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly double? before = Total();

    /// <summary>Share of the time since the start, 0 to 1; nothing where the kernel does not count it.</summary>
    public double? Share => Total() - before is { } waited ? waited / Stopwatch.GetElapsedTime(started).TotalMicroseconds : null;

    /// <summary>The first line is <c>some avg10=… avg60=… avg300=… total=…</c>, in microseconds.</summary>
    private static double? Total()
        => File.Exists(Source) && File.ReadLines(Source).First().Split("total=") is [_, var total]
        ? double.Parse(total, CultureInfo.InvariantCulture) : null;
}
