using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>Every rule number a file cites lies in the range the file declares; a file without a range cites none.</summary>
internal static class CitationCheck
{
    public static void Check(PackFile file, FaultList errors)
    {
        var root = file.Root;
        if (file.FaultyPaths.Touch("$.ruleNumbers")) return;
        var range = root["ruleNumbers"] as JsonObject;
        var first = Number(range?["first"]) ?? 1;
        var last = Number(range?["last"]) ?? 0;
        Visit(root, (number, list, index) =>
        {
            if ((number < first || number > last) && !errors.IsFull(file.Name))
                errors.Add(file.Name, $"{list}[{index}]", range is null ? "引用了规则序号，但文件没有 ruleNumbers" : $"不是本机关的规则序号（{first}–{last}）");
        });
    }

    /// <summary>Visits every number of every <c>rules</c> list with the path of the list and its place there.</summary>
    public static void Visit(JsonNode root, Action<int, string, int> visit) => Walk(root, "$", visit);

    private static void Walk(JsonNode? node, string path, Action<int, string, int> visit)
    {
        if (node is JsonObject members)
            foreach (var (name, value) in members)
                if (name == "rules" && value is JsonArray numbers) VisitNumbers(numbers, $"{path}.{name}", visit);
                else Walk(value, $"{path}.{name}", visit);
        else if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++) Walk(list[i], $"{path}[{i}]", visit);
    }

    private static void VisitNumbers(JsonArray numbers, string path, Action<int, string, int> visit)
    {
        for (var i = 0; i < numbers.Count; i++)
            if (Number(numbers[i]) is { } number) visit(number, path, i);
    }

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
