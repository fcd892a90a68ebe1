using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>What came of loading: packs to use when there are no errors.</summary>
internal sealed record LoadedPacks(IReadOnlyList<RulePack> Packs, Dictionary<string, JsonObject> Json, IReadOnlyList<PackError> Errors);

/// <summary>Reads, merges, binds and validates all packs, collecting every fault.</summary>
internal static class PackLoader
{
    private const string NationalFile = "national.json";
    private const string ResourcePrefix = "packs/";

    public static LoadedPacks Load(string? directory)
    {
        var errors = new List<PackError>();
        var files = Parse(Read(directory, errors), errors);
        var packs = new List<RulePack>();
        var json = new Dictionary<string, JsonObject>();
        if (files.TryGetValue(NationalFile, out var national) && errors.All(error => error.File != NationalFile))
        {
            json["national"] = national;
            foreach (var (file, local) in files.Where(pair => pair.Key != NationalFile))
                if (errors.All(error => error.File != file)) Bind(file, local, national, packs, json, errors);
        }
        return new LoadedPacks(packs, json, [.. errors.Distinct()]);
    }

    private static SortedDictionary<string, string> Read(string? directory, List<PackError> errors)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts[name[ResourcePrefix.Length..]] = reader.ReadToEnd();
        }
        if (directory is null) return texts;
        if (Directory.Exists(directory))
            foreach (var file in Directory.EnumerateFiles(directory, "*.json")) texts[Path.GetFileName(file)] = File.ReadAllText(file);
        else
            errors.Add(new PackError(directory, "$", "is not a directory"));
        return texts;
    }

    private static SortedDictionary<string, JsonObject> Parse(SortedDictionary<string, string> texts, List<PackError> errors)
    {
        var files = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (file, text) in texts.Where(pair => !pair.Key.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            if (PackJson.Parse(file, text, errors) is not { } root) continue;
            root.Remove("$schema");
            new ShapeCheck(file, errors).CheckFile(root);
            CitationCheck.Check(file, root, errors);
            files[file] = root;
        }
        return files;
    }

    private static void Bind(string file, JsonObject local, JsonObject national, List<RulePack> packs,
        Dictionary<string, JsonObject> json, List<PackError> errors)
    {
        var before = errors.Count;
        var merger = new PackMerger(NationalFile, file);
        var merged = merger.Merge(national, local);
        new ShapeCheck(file, errors).CheckTop(merged);
        if (errors.Count > before) return;

        var pack = merged.Deserialize<RulePack>(PackJson.Options)!;
        var nationalCategories = (national["categories"] as JsonArray ?? []).Select(ShapeCheck.CodeOf).OfType<string>().ToHashSet();
        foreach (var fault in PackValidator.Validate(pack, Path.GetFileNameWithoutExtension(file), nationalCategories))
        {
            var (at, path) = merger.Origin(fault.Path);
            errors.Add(new PackError(at, path, fault.Message));
        }
        packs.Add(pack);
        json[pack.Authority] = merged;
    }
}
