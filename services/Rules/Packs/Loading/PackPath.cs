using System.Globalization;
using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>Dotted paths through a pack. Codes may hold dots themselves, so the longest name that fits is tried first.</summary>
internal static class PackPath
{
    /// <summary>A path as people write it, or as a fault is reported (<c>$.limits[0].amount</c>), in dots.</summary>
    public static string Dotted(string path) => path.TrimStart('$').Replace("[", ".", StringComparison.Ordinal)
        .Replace("]", "", StringComparison.Ordinal).TrimStart('.');

    public static JsonNode? Find(JsonNode? node, string path)
    {
        if (path.Length == 0) return node;
        var steps = Steps(node).Where(step => Fits(path, step.Name)).OrderByDescending(step => step.Name.Length);
        return steps.Select(step => Find(step.Node, path[step.Name.Length..].TrimStart('.'))).FirstOrDefault(found => found is not null);
    }

    private static bool Fits(string path, string name) =>
        path.StartsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[name.Length] == '.');

    private static IEnumerable<(string Name, JsonNode? Node)> Steps(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => (member.Key, member.Value)),
        JsonArray list => list.SelectMany((item, i) => Names(item, i).Select(name => (name, item))),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonNode? item, int index)
    {
        yield return index.ToString(CultureInfo.InvariantCulture);
        if (ShapeCheck.CodeOf(item) is { } code) yield return code;
    }
}
