using System.Text.Json;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>A plan as PostgreSQL ran it.</summary>
/// <param name="Scans">Every access to a table.</param>
/// <param name="Milliseconds">Planning and execution in the database.</param>
/// <param name="Pages">Pages touched, 8 KiB each, cached or not.</param>
/// <param name="Json">The whole plan, for messages.</param>
internal sealed record Plan(IReadOnlyList<Scan> Scans, double Milliseconds, long Pages, string Json)
{
    public static Plan Of(JsonElement explained)
    {
        var root = explained.GetProperty("Plan");
        return new Plan([.. Nodes(root).Where(node => node.TryGetProperty("Relation Name", out _)).Select(Scan.Of)],
            explained.GetProperty("Planning Time").GetDouble() + explained.GetProperty("Execution Time").GetDouble(),
            root.GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Shared Read Blocks").GetInt64(), explained.ToString());
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node)
        => node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];
}

/// <summary>An access to a table.</summary>
/// <param name="Kind">As PostgreSQL names it, for instance <c>Index Scan</c>.</param>
/// <param name="Table">The table.</param>
/// <param name="Index">The index; null for a sequential scan.</param>
/// <param name="Rows">Rows read, also those that a condition then removed, over all loops.</param>
internal sealed record Scan(string Kind, string Table, string? Index, long Rows)
{
    public static Scan Of(JsonElement node)
        => new(node.GetProperty("Node Type").GetString()!, node.GetProperty("Relation Name").GetString()!,
        node.TryGetProperty("Index Name", out var index) ? index.GetString() : null,
        (long)Math.Round((Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter")
        + Number(node, "Rows Removed by Index Recheck") + Number(node, "Rows Removed by Join Filter"))
            * Number(node, "Actual Loops")));

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
