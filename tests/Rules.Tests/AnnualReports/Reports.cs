using System.Text.Json.Nodes;
using Disclosure.Rules.AnnualReports;

namespace Disclosure.Rules.Tests.AnnualReports;

/// <summary>Reports to start from: one that reconciles, with every number different from its neighbours where it can be.</summary>
internal static class Reports
{
    /// <summary>A department's report for 2025 with 9 received, 3 carried in, 10 done and 2 carried out.</summary>
    public static AnnualReport Sound(int year = 2025) => new()
    {
        Year = year,
        Kind = ReportKind.Department,
        Table2 = new TableTwo(new DocumentCounts(0, 0, 0), new DocumentCounts(2, 1, 7), 3, 8, 0, 18.8710m),
        Table3 = Rows(),
        Table4 = [1, 0, 2, 0, 3, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
    };

    /// <summary>The same report with one cell of table 三 changed; row and column from 1.</summary>
    public static AnnualReport With(this AnnualReport report, int row, int column, long? value)
    {
        var rows = report.Table3.Select(cells => cells.ToList()).ToList();
        rows[row - 1][column - 1] = value;
        return report with { Table3 = rows };
    }

    /// <summary>The rules violated, in order, without repetition.</summary>
    public static IEnumerable<string> Broken(this IEnumerable<Violation> violations)
        => violations.Select(violation => violation.Rule).Distinct();

    /// <summary>The JSON of the figures one of the bureaus reported for 2023: three licences, eight penalties, no applications.</summary>
    public static JsonObject Json() => new()
    {
        ["year"] = 2023,
        ["kind"] = "department",
        ["table2"] = new JsonObject
        {
            ["regulations"] = Counts(),
            ["normativeDocuments"] = Counts(),
            ["licences"] = 3,
            ["penalties"] = 8,
            ["coercions"] = 0,
            ["fees"] = "0",
        },
        ["table3"] = new JsonArray([.. Enumerable.Range(0, 25).Select(_ => Zeros(7))]),
        ["table4"] = Zeros(15),
    };

    private static JsonObject Counts() => new() { ["made"] = 0, ["abolished"] = 0, ["inForce"] = 0 };

    private static JsonArray Zeros(int count) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode)0)]);

    private static List<IReadOnlyList<long?>> Rows()
    {
        var rows = Enumerable.Range(0, 25).Select(_ => new long?[7]).ToList();
        foreach (var row in rows) Array.Fill(row, 0);
        rows[0] = [6, 2, 0, 0, 1, 0, 9];
        rows[1] = [3, 0, 0, 0, 0, 0, 3];
        rows[2] = [4, 1, 0, 0, 0, 0, 5];
        rows[3] = [1, 0, 0, 0, 1, 0, 2];
        rows[12] = [2, 0, 0, 0, 0, 0, 2];
        rows[21] = [1, 0, 0, 0, 0, 0, 1];
        rows[23] = [8, 1, 0, 0, 1, 0, 10];
        rows[24] = [1, 1, 0, 0, 0, 0, 2];
        return [.. rows];
    }
}
