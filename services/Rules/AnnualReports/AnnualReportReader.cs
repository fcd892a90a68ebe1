using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.AnnualReports;

/// <summary>What came of reading a report.</summary>
/// <param name="Report">The report; null where its shape does not allow one.</param>
/// <param name="Violations">Everything that could not be read, rule <c>format</c> or <c>R7</c>.</param>
/// <param name="NotJson">Why the text is no JSON at all, Chinese; null when it is.</param>
public sealed record ReportReading(AnnualReport? Report, IReadOnlyList<Violation> Violations, string? NotJson = null);

/// <summary>
/// Reads a report from JSON and reports every problem at once. A cell is a whole number, null for a blank, or text as typed in
/// a form; text that is no number is an R7 violation of that cell and the rest is still read.
/// </summary>
public sealed class AnnualReportReader
{
    /// <summary>First year reported in the format of 国办公开办函〔2021〕30号.</summary>
    public const int FirstYear = 2021;

    /// <summary>Most members of one object that are told to be unknown.</summary>
    private const int MaxUnknown = 100;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<Violation> violations = [];
    private readonly HashSet<string> unreadable = [];
    private bool misshapen;

    private AnnualReportReader()
    {
    }

    /// <summary>Reads a report.</summary>
    /// <param name="json">JSON text: year, kind, table2, table3 and table4.</param>
    /// <returns>The report and everything that could not be read.</returns>
    public static ReportReading Read(string json) => new AnnualReportReader().ReadDocument(json);

    private ReportReading ReadDocument(string json)
    {
        if (JsonText.Fault(json) is { } fault) return NotJson(fault);
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException exception)
        {
            return NotJson($"不是有效的 JSON{JsonPlace.Of(exception)}");
        }
        if (Members(node, "$", "year", "kind", "table2", "table3", "table4") is not { } root) return new ReportReading(null, violations);
        var year = ReadYear(root["year"]);
        var kind = ReadKind(root["kind"]);
        var two = ReadTableTwo(root["table2"]);
        var three = ReadRows(root["table3"]);
        var four = ReadList(root["table4"], "table4", TableFour.Blocks.Count * TableFour.BlockWidth, (cell, path) => ReadCount(cell, path));
        if (misshapen) return new ReportReading(null, violations);
        var report = new AnnualReport
        {
            Year = year,
            Kind = kind,
            Table2 = two!,
            Table3 = three!,
            Table4 = four!,
            Unreadable = unreadable
        };
        return new ReportReading(report, violations);
    }

    private ReportReading NotJson(string reason)
    {
        Format("$", reason);
        return new ReportReading(null, violations, reason);
    }

    private int ReadYear(JsonNode? node)
    {
        if (node is JsonValue value && value.TryGetValue<int>(out var year) && year is >= 2008 and <= 2100)
        {
            if (year < FirstYear) Misshapen("year",
                $"{year}年度报告不适用国办公开办函〔2021〕30号格式（2019、2020年度适用国办公开办函〔2019〕60号，表三为23行，表二不同），只能核对{FirstYear}年度起的报告");
            return year;
        }

        Misshapen("year", "应为2008至2100之间的年份");
        return 0;
    }

    private ReportKind ReadKind(JsonNode? node)
    {
        switch (node is JsonValue value && value.TryGetValue<string>(out var word) ? word : null)
        {
            case "department": return ReportKind.Department;
            case "government": return ReportKind.Government;
            default:
                Misshapen("kind", "应为department或government");
                return default;
        }
    }

    private TableTwo? ReadTableTwo(JsonNode? node)
    {
        if (Members(node, "table2", "regulations", "normativeDocuments", "licences", "penalties", "coercions",
            "fees") is not { } table) return null;
        var regulations = ReadDocuments(table["regulations"], "table2.regulations");
        var normative = ReadDocuments(table["normativeDocuments"], "table2.normativeDocuments");
        return new TableTwo(regulations, normative, ReadCount(table["licences"], "table2.licences"),
            ReadCount(table["penalties"], "table2.penalties"),
            ReadCount(table["coercions"], "table2.coercions"), ReadAmount(table["fees"], "table2.fees"));
    }

    private DocumentCounts ReadDocuments(JsonNode? node, string path)
    {
        var counts = Members(node, path, "made", "abolished", "inForce");
        return counts is null ? new DocumentCounts(null, null, null)
            : new DocumentCounts(ReadCount(counts["made"], path + ".made"), ReadCount(counts["abolished"], path + ".abolished"),
            ReadCount(counts["inForce"], path + ".inForce"));
    }

    /// <summary>A row that is null was left blank as a whole.</summary>
    private List<IReadOnlyList<long?>>? ReadRows(JsonNode? node)
        => ReadList<IReadOnlyList<long?>>(node, "table3", TableThree.Rows.Count, (row, path) =>
        row is null ? new long?[TableThree.TotalColumn] : ReadList(row, path, TableThree.TotalColumn, (cell, at) => ReadCount(cell, at))
            ?? []);

    private List<T>? ReadList<T>(JsonNode? node, string path, int length, Func<JsonNode?, string, T> read)
    {
        if (node is JsonArray list && list.Count == length) return [.. list.Select((item, i) => read(item, $"{path}[{i}]"))];
        Misshapen(path, node is JsonArray wrong ? $"应有{length}项，实有{wrong.Count}项" : $"应为{length}项的列表");
        return null;
    }

    private long? ReadCount(JsonNode? node, string path)
    {
        if (node is null) return null;
        if (CellText.TryReadCount(TextOf(node), out var value)) return value;
        return Unreadable<long>(node, path, "应为非负整数");
    }

    private decimal? ReadAmount(JsonNode? node, string path)
    {
        if (node is null) return null;
        if (CellText.TryReadAmount(TextOf(node), out var value)) return value;
        return Unreadable<decimal>(node, path, "应为以万元为单位的金额");
    }

    private static string TextOf(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : node.ToJsonString();

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private T? Unreadable<T>(JsonNode node, string path, string expected)
        where T : struct
    {
        unreadable.Add(path);
        violations.Add(new Violation("R7", Severity.Error, [path],
            string.Create(CultureInfo.InvariantCulture, $"{path}：{expected}，实为{Shortened(TextOf(node))}"), [null]));
        return null;
    }

    private JsonObject? Members(JsonNode? node, string path, params ReadOnlySpan<string> names)
    {
        if (node is not JsonObject members)
        {
            Misshapen(path, "应为对象");
            return null;
        }
        ReportUnknown(members, path, names);
        foreach (var name in names)
            if (!members.ContainsKey(name)) Misshapen(Join(path, name), "缺少此项");
        return members;
    }

    private void ReportUnknown(JsonObject members, string path, ReadOnlySpan<string> names)
    {
        var unknown = 0;
        foreach (var (name, _) in members)
            if (!names.Contains(name) && ++unknown <= MaxUnknown) Format(Join(path, Excerpt.Of(name)), "不是年度报告的内容");
        if (unknown > MaxUnknown) Format(path, $"另有{unknown - MaxUnknown}项不是年度报告的内容，未列出");
    }

    private static string Join(string path, string name) => path == "$" ? name : $"{path}.{name}";

    private void Misshapen(string path, string message)
    {
        misshapen = true;
        if (violations.All(violation => violation.Rule != "format" || violation.Cells[0] != path)) Format(path, message);
    }

    private void Format(string path, string message)
        => violations.Add(new Violation("format", Severity.Error, [path], $"{path}：{message}", [null]));
}
