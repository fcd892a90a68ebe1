using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>What came of loading: packs to use when there are no errors, and the files over the embedded ones.</summary>
internal sealed record LoadedPacks(IReadOnlyList<RulePack> Packs, Dictionary<string, JsonObject> Json, PackErrors Errors,
    IReadOnlyDictionary<string, string> Files);

/// <summary>Merges, binds and validates all packs, collecting every fault that can be known: a fault hides only what depends on
/// it.</summary>
internal sealed class PackLoader
{
    private const string NationalFile = "national.json";

    /// <summary>Most characters of the base, thrice what this platform's has: it is copied and checked anew with every pack.</summary>
    private const int MaxBase = 128 * 1024;

    private readonly FaultList errors = new();
    private readonly List<(string File, RulePack Pack)> packs = [];
    private readonly Dictionary<string, JsonObject> json = [];

    private PackLoader()
    {
    }

    /// <summary>Loads the embedded packs with those of a directory over them.</summary>
    public static LoadedPacks Load(string? directory)
    {
        var loader = new PackLoader();
        return loader.LoadAll(directory is null ? [] : PackSources.In(directory, loader.errors));
    }

    /// <summary>Loads the embedded packs with some texts over them, by file name.</summary>
    public static LoadedPacks Load(IReadOnlyDictionary<string, string> texts) => new PackLoader().LoadAll(texts);

    private LoadedPacks LoadAll(IReadOnlyDictionary<string, string> overriding)
    {
        var texts = PackSources.Embedded();
        var embedded = texts[NationalFile];
        foreach (var (name, text) in overriding) texts[name] = text;

        // A broken base is replaced by the embedded one, whose lists then hide what the broken one may have held.
        var national = ParseBase(texts[NationalFile]) ?? AllSuspect(PackSources.Parse(NationalFile, embedded, new FaultList())!);
        json["national"] = national.Root;
        foreach (var (name, text) in texts.Where(pair => pair.Key != NationalFile))
            if (PackSources.Parse(name, text, errors) is { } local) Bind(local, national);
        CheckOrganisationCodes();
        return new LoadedPacks([.. packs.Select(pair => pair.Pack)], json, errors.ToErrors(), overriding);
    }

    private PackFile? ParseBase(string text)
    {
        if (text.Length <= MaxBase) return PackSources.Parse(NationalFile, text, errors);
        errors.Add(NationalFile, "$", $"不应超过{MaxBase / 1024}K个字符，因为每个机关的规则包都以它为底本");
        return null;
    }

    private static PackFile AllSuspect(PackFile national)
    {
        foreach (var (name, _) in national.Root) national.FaultyPaths.Add($"$.{name}");
        return national;
    }

    private void Bind(PackFile local, PackFile national)
    {
        var merger = new PackMerger(national, local);
        var merged = merger.Merge();
        if (!new ShapeCheck(local.Name, errors, local.FaultyPaths).CheckTop(merged)) return;
        var pack = merged.Deserialize<RulePack>(PackJson.Options)!;
        var nationalCategories = (national.Root["categories"] as JsonArray ?? []).Select(ShapeCheck.CodeOf).OfType<string>().ToHashSet();
        foreach (var fault in PackValidator.Validate(pack, Path.GetFileNameWithoutExtension(local.Name), nationalCategories, merger))
        {
            var (file, path) = merger.Origin(fault.Path);
            errors.Add(file, path, fault.Message);
        }

        packs.Add((local.Name, pack));
        json[pack.Authority] = merged;
    }

    /// <summary>The organisation code is the prefix of index numbers, which have to be unique among authorities.</summary>
    private void CheckOrganisationCodes()
    {
        foreach (var same in packs
            .GroupBy(pair => pair.Pack.OrganisationCode.Value.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()))
            foreach (var (file, _) in same.Skip(1))
                errors.Add(file, "$.organisationCode.value", $"与 {Excerpt.Of(same.First().File)} 的组织机构代码相同，索引号会重复");
    }
}
