using System.Globalization;
using System.Text;
using BenchmarkDotNet.Reports;

namespace Disclosure.Benchmarks;

/// <summary>One bar and what was measured against it.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Bar">Longest mean time, nanoseconds.</param>
/// <param name="Mean">Mean time, nanoseconds.</param>
/// <param name="Error">Half of the 99.9 % confidence interval of the mean, nanoseconds.</param>
/// <param name="Fastest">Shortest iteration, nanoseconds.</param>
/// <param name="Allocated">Bytes allocated by one operation.</param>
internal sealed record Measured(string What, double Bar, double Mean, double Error, double Fastest, long Allocated);

/// <summary>What <c>./disclosure bench</c> writes.</summary>
/// <param name="Machine">Processor, cores, system and runtime; never a host's name.</param>
/// <param name="Rows">The bars.</param>
internal sealed record PerformanceReport(string Machine, IReadOnlyList<Measured> Rows)
{
    private static readonly Dictionary<string, (string What, double Bar)> Bars = new()
    {
        [nameof(RulesBenchmarks.AddTwentyWorkingDays)] = ("Adding 20 working days", 100),
        [nameof(RulesBenchmarks.FoldTenFacts)] = ("Clock: ten facts without explanation", 1_000),
        [nameof(RulesBenchmarks.FoldAndExplainTenFacts)] = ("Clock: ten facts with explanation", 20_000),
        [nameof(RulesBenchmarks.ScanOneMegabyte)] = ("Scan of 1 MB of an official document", 20_000_000),
        [nameof(RulesBenchmarks.ScanOneDenseMegabyte)] = ("Scan of 1 MB in which every line is personal data", 20_000_000),
    };

    /// <summary>Bars that were not met.</summary>
    public IReadOnlyList<string> Missed
        => [.. Rows.Where(row => row.Mean > row.Bar).Select(row => $"{row.What}: {Time(row.Mean)}, bar {Time(row.Bar)}")];

    /// <summary>Reads a run.</summary>
    /// <param name="summary">The run.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InvalidOperationException">A benchmark gave no result.</exception>
    public static PerformanceReport Of(Summary summary)
    {
        var host = summary.HostEnvironmentInfo;
        var machine = $"{host.Cpu.Value?.ProcessorName?.Trim()}, {Environment.ProcessorCount} logical cores; {host.Os.Value}; "
            + $".NET {Environment.Version}{Load()}";
        return new PerformanceReport(machine, [.. summary.Reports.Select(Row)]);
    }

    /// <summary>The page.</summary>
    /// <returns>Markdown.</returns>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine("# Performance").AppendLine();
        text.AppendLine("Written by `./disclosure bench` (BenchmarkDotNet in process, 5 warm-up and 15 measured iterations). "
            + "A bar holds for the mean; the command fails where one is missed.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Machine}.").AppendLine();
        text.AppendLine("## Rules").AppendLine();
        text.AppendLine("| what | mean | ± (99.9 %) | fastest | bar | allocated | met |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---|");
        foreach (var row in Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.What} | {Time(row.Mean)} | {Time(row.Error)} | {Time(row.Fastest)} | ≤ {Time(row.Bar)} "
                + $"| {row.Allocated:N0} B | {(row.Mean <= row.Bar ? "yes" : "**no**")} |");
        }

        return text.ToString();
    }

    // Neighbours on the same cores lengthen every time, so the reader is told of them.
    private static string Load()
        => File.Exists("/proc/loadavg")
        ? $"; load average of the last five minutes {File.ReadAllText("/proc/loadavg").Split(' ')[1]} (1 is one busy core)" : "";

    private static Measured Row(BenchmarkReport report)
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
        if (report.ResultStatistics is not { } time) throw new InvalidOperationException($"{name} gave no result.");
        var (what, bar) = Bars[name];
        return new Measured(what, bar, time.Mean, time.ConfidenceInterval.Margin, time.Min,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.##} ms"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.##} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.##} ns"),
    };
}
