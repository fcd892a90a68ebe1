using System.Reflection;
using System.Text.Json.Nodes;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>A directory of overriding packs, as a ConfigMap would mount it; removed when the test ends.</summary>
internal sealed class PackDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("packs-");

    public string FullName => directory.FullName;

    /// <summary>Puts a copy of an embedded pack here after changing it.</summary>
    public PackDirectory With(string name, Action<JsonObject> change, string? from = null)
    {
        using var stream = Assembly.GetAssembly(typeof(RulePacks))!.GetManifestResourceStream($"packs/{from ?? name}.json")!;
        var pack = JsonNode.Parse(stream)!.AsObject();
        change(pack);
        return WithText(name, pack.ToJsonString());
    }

    /// <summary>Puts a file here as it is.</summary>
    public PackDirectory WithText(string name, string text)
    {
        File.WriteAllText(Path.Combine(FullName, name + ".json"), text);
        return this;
    }

    public void Dispose() => directory.Delete(recursive: true);
}
