using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>A file as JSON, repaired where its shape was wrong.</summary>
/// <param name="Name">File name.</param>
/// <param name="Root">Its object; empty where the file is no JSON object.</param>
/// <param name="FaultyPaths">What was repaired.</param>
internal sealed record PackFile(string Name, JsonObject Root, FaultyPaths FaultyPaths);

/// <summary>Reads the texts of packs and makes JSON of them, collecting every fault.</summary>
internal static class PackSources
{
    private const string ResourcePrefix = "packs/";
    private const string SchemaSuffix = ".schema.json";

    // Bytes that are no UTF-8 would become replacement characters inside names.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The embedded packs, by file name.</summary>
    public static SortedDictionary<string, string> Embedded()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)
            && !name.EndsWith(SchemaSuffix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts[name[ResourcePrefix.Length..]] = reader.ReadToEnd();
        }

        return texts;
    }

    /// <summary>The packs in a directory, by file name.</summary>
    public static Dictionary<string, string> In(string directory, FaultList errors)
    {
        var texts = new Dictionary<string, string>();
        if (!Directory.Exists(directory)) errors.Add(directory, "$", "不是目录");
        else foreach (var file in Directory.EnumerateFiles(directory, "*.json")
            .Where(file => !file.EndsWith(SchemaSuffix, StringComparison.Ordinal))) Read(file, texts, errors);
        return texts;
    }

    private static void Read(string file, Dictionary<string, string> texts, FaultList errors)
    {
        var name = Path.GetFileName(file);
        try
        {
            texts[name] = File.ReadAllText(file, Strict);
        }
        catch (DecoderFallbackException)
        {
            errors.Add(name, "$", "不是 UTF-8 文本");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.Add(name, "$", "文件无法读取");
        }
    }

    /// <summary>A text as JSON of the shape of a pack. Null where it is no JSON object or has too many faults to be repaired.</summary>
    public static PackFile? Parse(string name, string text, FaultList errors)
    {
        if (PackJson.Parse(name, text, errors) is not { } root) return null;
        var file = new PackFile(name, root, new FaultyPaths());
        root.Remove("$schema");
        if (!new ShapeCheck(name, errors, file.FaultyPaths).CheckFile(root)) return null;
        CitationCheck.Check(file, errors);
        return file;
    }
}
