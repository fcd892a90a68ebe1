using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>Every rule number a file cites lies in the range the file declares; a file without a range cites none.</summary>
internal static class CitationCheck
{
    public static void Check(string file, JsonObject root, List<PackError> errors)
    {
        var range = root["ruleNumbers"] as JsonObject;
        var first = Number(range?["first"]) ?? 1;
        var last = Number(range?["last"]) ?? 0;
        Walk(root, "$");

        void Walk(JsonNode? node, string path)
        {
            if (node is JsonObject members)
                foreach (var (name, value) in members) Visit(name, value, $"{path}.{name}");
            else if (node is JsonArray list)
                for (var i = 0; i < list.Count; i++) Walk(list[i], $"{path}[{i}]");
        }

        void Visit(string name, JsonNode? value, string path)
        {
            if (name != "rules" || value is not JsonArray numbers)
            {
                Walk(value, path);
                return;
            }
            for (var i = 0; i < numbers.Count; i++)
                if (Number(numbers[i]) is { } number && (number < first || number > last))
                    errors.Add(new PackError(file, $"{path}[{i}]", range is null ? "cites a rule number, but the file declares no ruleNumbers" : $"is not a rule of this authority ({first}–{last})"));
        }
    }

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
