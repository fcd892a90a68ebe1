using System.Text.Json;
using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// Lays an authority's file over the national base: sections merge member by member, lists merge by code, the fields of a form add to
/// those of the national one, everything else is replaced whole. Remembers which file each part came from, so that a fault is reported
/// where its author wrote it.
/// </summary>
internal sealed class PackMerger(PackFile national, PackFile local)
{
    private readonly Dictionary<string, (string File, string Path)> origins = new() { ["$"] = (national.Name, "$") };
    private readonly List<string> weakened = [];

    /// <summary>Paths of fields that a national form requires and the local one would not.</summary>
    public IReadOnlyList<string> Weakened => weakened;

    /// <summary>Merges without changing either file.</summary>
    public JsonObject Merge()
    {
        var merged = national.Root.DeepClone().AsObject();
        MergeMembers(merged, local.Root, typeof(RulePack), "$");
        return merged;
    }

    /// <summary>Whether the value at a path of the merged pack stands in the place of a faulty one, wholly or in part.</summary>
    public bool IsSuspect(string path)
    {
        // A list or section is made of both files; an element has one.
        if (!path.Contains('[', StringComparison.Ordinal)) return local.FaultyPaths.Touch(path) || national.FaultyPaths.Touch(path);
        var (file, origin) = Origin(path);
        return (file == local.Name ? local : national).FaultyPaths.Touch(origin);
    }

    /// <summary>Whether a list of the merged pack may have had codes that are no longer there.</summary>
    public bool HidesCodes(string list) => local.FaultyPaths.HideCodes(list) || national.FaultyPaths.HideCodes(list);

    /// <summary>Where a path of the merged pack was written. What neither file holds is missing from the local one.</summary>
    public (string File, string Path) Origin(string path)
    {
        for (var prefix = path; ; prefix = Parent(prefix))
        {
            if (!origins.TryGetValue(prefix, out var origin)) continue;
            return prefix == "$" && path.Count(c => c is '.' or '[') <= 1 ? (local.Name, path)
                : (origin.File, origin.Path + path[prefix.Length..]);
        }
    }

    private static string Parent(string path) => path[..Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['))];

    private void MergeMembers(JsonObject target, JsonObject members, Type type, string path)
    {
        foreach (var (name, value) in members)
        {
            var at = $"{path}.{name}";
            var member = PackJson.Options.GetTypeInfo(type).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
            if (target[name] is JsonObject below && value is JsonObject section && member is not null && PackJson.IsSection(member))
                MergeMembers(below, section, member, at);
            else if (target[name] is JsonArray list && value is JsonArray items && items.All(item => ShapeCheck.CodeOf(item) is not null))
                MergeList(list, items, at);
            else
            {
                target[name] = value?.DeepClone();
                origins[at] = (local.Name, at);
            }
        }
    }

    private void MergeList(JsonArray target, JsonArray items, string path)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < target.Count; i++)
            if (ShapeCheck.CodeOf(target[i]) is { } code) places[code] = i;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i]!.DeepClone();
            if (places.TryGetValue(ShapeCheck.CodeOf(item)!, out var place))
            {
                if (path == "$.forms" && target[place]!["fields"] is JsonArray fields && item["fields"] is JsonArray own
                    && own.All(field => ShapeCheck.CodeOf(field) is not null))
                {
                    MergeForm(target[place]!.AsObject(), item.AsObject(), fields, own, $"{path}[{place}]", $"{path}[{i}]");
                    continue;
                }

                if (path == "$.limits" && !national.FaultyPaths.Touch($"{path}[{place}]")) KeepStatutory(item.AsObject(),
                    target[place]!.AsObject());
                target[place] = item;
            }
            else
            {
                place = target.Count;
                target.Add(item);
            }
            origins[$"{path}[{place}]"] = (local.Name, $"{path}[{i}]");
        }
    }

    /// <summary>A form of the bureau adds to the national one and drops nothing that the Regulation demands; a field may have a name of its
    /// own there.</summary>
    private void MergeForm(JsonObject target, JsonObject item, JsonArray fields, JsonArray own, string at, string from)
    {
        // The form's citation is now the bureau's: what the Regulation demands cites the Regulation.
        var places = new Dictionary<string, int>();
        foreach (var (field, index) in fields.OfType<JsonObject>().Select((field, index) => (field, index)))
        {
            if (ShapeCheck.CodeOf(field) is { } code) places[code] = index;
            if (field["citation"] is null && target["citation"] is { } citation) field["citation"] = citation.DeepClone();
        }

        foreach (var (name, value) in item.Where(member => member.Key != "fields").ToList())
        {
            target[name] = value?.DeepClone();
            origins[$"{at}.{name}"] = (local.Name, $"{from}.{name}");
        }

        for (var i = 0; i < own.Count; i++)
        {
            var field = own[i]!.DeepClone().AsObject();
            if (!places.TryGetValue(ShapeCheck.CodeOf(field)!, out var place))
            {
                place = fields.Count;
                fields.Add(field);
                places.Add(ShapeCheck.CodeOf(field)!, place);
            }
            else
            {
                if (IsRequired(fields[place]) && !IsRequired(field)) weakened.Add($"{at}.fields[{place}]");
                fields[place] = field;
            }

            origins[$"{at}.fields[{place}]"] = (local.Name, $"{from}.fields[{i}]");
        }

        static bool IsRequired(JsonNode? field) => field?["required"]?.GetValueKind() == JsonValueKind.True;
    }

    /// <summary>A national limit stays visible beside the local one that replaces it.</summary>
    private static void KeepStatutory(JsonObject limit, JsonObject below)
    {
        if (limit["statutory"] is not null) return;
        var statutory = new JsonObject
        {
            ["amount"] = below["amount"]?.DeepClone(),
            ["unit"] = below["unit"]?.DeepClone(),
            ["citation"] = below["citation"]?.DeepClone(),
        };
        if (below["lastDayOff"] is { } lastDayOff) statutory["lastDayOff"] = lastDayOff.DeepClone();
        limit["statutory"] = statutory;
    }
}
