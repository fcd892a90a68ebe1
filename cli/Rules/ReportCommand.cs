using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Rules.AnnualReports;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules check report</c>: whether the tables of an annual report reconcile. Exit code 1 where an error, not only a warning, was found.</summary>
internal static class ReportCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var file = new Option<FileInfo>("--file") { Description = "年度报告（JSON）", Required = true };
        var previous = new Option<FileInfo?>("--previous") { Description = "上年度报告（JSON）" };
        var command = new Command("report", "核对年度报告的勾稽关系") { file, previous };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(previous)));
        return command;
    }

    private static int Run(FileInfo file, FileInfo? previous)
    {
        foreach (var missing in new[] { file, previous }.OfType<FileInfo>().Where(given => !given.Exists))
        {
            Console.Error.WriteLine($"文件不存在：{missing.FullName}");
            return 2;
        }
        var now = AnnualReportReader.Read(File.ReadAllText(file.FullName));
        var before = previous is null ? null : AnnualReportReader.Read(File.ReadAllText(previous.FullName));
        List<Violation> violations = [.. now.Violations, .. (before?.Violations ?? []).Select(OfPrevious), .. now.Report?.Check(before?.Report) ?? []];
        Console.Out.WriteLine(JsonSerializer.Serialize(violations, Readable));
        return violations.Any(violation => violation.Severity == Severity.Error) ? 1 : 0;
    }

    private static Violation OfPrevious(Violation violation) =>
        violation with { Cells = [.. violation.Cells.Select(cell => "previous." + cell)], Message = "上年报告 " + violation.Message };
}
