using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Rules.Packs.Loading;

namespace Disclosure.Rules.Packs;

/// <summary>Packs that were read, or why not.</summary>
/// <param name="Packs">The packs; null where there is a fault.</param>
/// <param name="Errors">The faults; empty when the packs are usable.</param>
public sealed record PacksReading(RulePacks? Packs, PackErrors Errors);

/// <summary>The rule packs (规则包) of all authorities, each merged over the national base and validated.</summary>
public sealed class RulePacks
{
    /// <summary>Name of the base that every authority's pack is laid over (底本).</summary>
    public const string National = "national";

    private readonly Dictionary<string, RulePack> packs;
    private readonly Dictionary<string, JsonObject> json;

    private readonly IReadOnlyDictionary<string, string> files;

    private RulePacks(LoadedPacks loaded)
    {
        files = loaded.Files;
        packs = loaded.Packs.ToDictionary(pack => pack.Authority);
        json = loaded.Json;
        All = [.. loaded.Packs.OrderBy(pack => pack.Authority, StringComparer.Ordinal)];
    }

    /// <summary>Every pack, by authority code.</summary>
    public IReadOnlyList<RulePack> All { get; }

    /// <summary>The pack of an authority.</summary>
    /// <param name="authority">Code of the authority.</param>
    /// <exception cref="KeyNotFoundException">No such authority.</exception>
    public RulePack this[string authority] => packs[authority];

    /// <summary>Loads the embedded packs; a file of the same name in the directory replaces one, another name adds an authority.</summary>
    /// <param name="directory">Directory with <c>*.json</c> packs, for instance a mounted ConfigMap; null for none.</param>
    /// <returns>The packs.</returns>
    /// <exception cref="RulePackException">Any pack has a fault; carries them.</exception>
    public static RulePacks Load(string? directory = null)
    {
        var loaded = PackLoader.Load(directory);
        return loaded.Errors.Count == 0 ? new RulePacks(loaded) : throw new RulePackException(loaded.Errors);
    }

    /// <summary>These packs with some files replaced, as a directory with them too would give.</summary>
    /// <param name="candidates">Texts by file name, for instance <c>bijie.json</c>.</param>
    /// <returns>The packs, or their faults.</returns>
    public PacksReading With(IReadOnlyDictionary<string, string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var texts = new Dictionary<string, string>(files);
        foreach (var (name, text) in candidates) texts[name] = text;
        var loaded = PackLoader.Load(texts);
        return new(loaded.Errors.Count == 0 ? new RulePacks(loaded) : null, loaded.Errors);
    }

    /// <summary>The faults that <see cref="Load"/> would throw.</summary>
    /// <param name="directory">Directory with <c>*.json</c> packs; null for the embedded ones.</param>
    /// <returns>The faults; empty when the packs are usable.</returns>
    public static PackErrors Validate(string? directory) => PackLoader.Load(directory).Errors;

    /// <summary>The faults that files with these texts would have in a directory.</summary>
    /// <param name="files">Texts by file name, for instance <c>bijie.json</c>.</param>
    /// <returns>The faults; empty when the packs are usable.</returns>
    public static PackErrors ValidateTexts(IReadOnlyDictionary<string, string> files) => PackLoader.Load(files).Errors;

    /// <summary>The pack of an authority, if there is one.</summary>
    /// <param name="authority">Code of the authority.</param>
    /// <param name="pack">The pack.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string authority, [NotNullWhen(true)] out RulePack? pack) => packs.TryGetValue(authority, out pack);

    /// <summary>The merged JSON of a pack, or of a part of it.</summary>
    /// <param name="pack">Code of the authority, or <c>national</c>.</param>
    /// <param name="path">Dotted path of members, list codes and indexes, for instance <c>limits.application.reply</c> or
    /// <c>$.limits[0]</c>; null for all.</param>
    /// <returns>The JSON, or null where there is no such pack or part.</returns>
    public JsonNode? Show(string pack, string? path = null) =>
        json.TryGetValue(pack, out var root) ? string.IsNullOrEmpty(path) ? root.DeepClone()
            : PackPath.Find(root, PackPath.Dotted(path))?.DeepClone() : null;

    /// <summary>The pack of an authority, or the national base that all of them are laid over, which has no codes and no units.</summary>
    /// <param name="pack">Code of the authority, or <see cref="National"/>.</param>
    /// <returns>The pack, or null where there is none.</returns>
    internal RulePack? Find(string pack)
    {
        if (pack != National) return packs.GetValueOrDefault(pack);
        var none = new IdentifyingCode("", new Citation(Citation.Example, "", []));
        var root = json[National].DeepClone().AsObject();
        root["authority"] = National;
        root["name"] = "全国通用底本";
        root["shortName"] = "通用底本";
        root["organisationCode"] = JsonSerializer.SerializeToNode(none, PackJson.Options);
        root["siteIdCode"] = JsonSerializer.SerializeToNode(none, PackJson.Options);
        root["units"] ??= new JsonArray();
        return root.Deserialize<RulePack>(PackJson.Options);
    }

    /// <summary>The limits of the embedded national base, which every authority falls back to.</summary>
    /// <returns>The limits.</returns>
    internal static IReadOnlyList<LimitRule> NationalLimits()
        => PackLoader.Load(directory: null).Json["national"]["limits"].Deserialize<IReadOnlyList<LimitRule>>(PackJson.Options)!;

    /// <summary>Numbers of the bureaus' rules that any value cites.</summary>
    /// <returns>The numbers, ascending.</returns>
    public IReadOnlyList<int> CitedRules()
    {
        var cited = new SortedSet<int>();
        foreach (var root in json.Values) CitationCheck.Visit(root, (number, _, _) => cited.Add(number));
        return [.. cited];
    }
}
