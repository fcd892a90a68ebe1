using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Disclosure.Benchmarks;

// In process: the build of the solution is enough, nothing is generated and compiled beside it.
var config = ManualConfig.CreateEmpty()
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(".local", "bench"))
    .AddJob(Job.Default.WithWarmupCount(5).WithIterationCount(15).WithToolchain(InProcessEmitToolchain.Instance));
var summary = BenchmarkRunner.Run<RulesBenchmarks>(config);
var report = PerformanceReport.Of(summary);
File.WriteAllText(args.Length > 0 ? args[0] : Path.Combine("docs", "performance.md"), report.ToMarkdown());
foreach (var missed in report.Missed) await Console.Error.WriteLineAsync(missed);
return report.Missed.Count == 0 ? 0 : 1;
