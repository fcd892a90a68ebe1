using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Execution.Local;

/// <summary>Values of parameters: the environment's, else the kept ones, else the default, else generated once and kept.</summary>
internal sealed class ParameterStore(string file, Func<string, string?> variable)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The value of a parameter's input.</summary>
    /// <exception cref="ManifestException">Nobody gave a value and none may be made up.</exception>
    public string Get(ParameterResource parameter, string input)
    {
        if (Configured(parameter.Name) is { Length: > 0 } given) return given;
        var kept = Read();
        var key = input == "value" ? parameter.Name : $"{parameter.Name}.{input}";
        if (kept.TryGetValue(key, out var value)) return value;
        var rule = parameter.Inputs[input];
        if (rule.Default is not null) return rule.Default;
        // A secret that only our own processes exchange may be any; anything else has a meaning that only the operator knows.
        if (rule.Generate is null && !rule.Secret)
            throw new ManifestException([$"{parameter.Name}: set Parameters__{parameter.Name} or add it to {file}."]);
        value = Generate(rule.Generate ?? new GenerateRule(32, Special: false));
        Keep(kept, key, value);
        return value;
    }

    /// <summary>Characters that stand unescaped in connection strings and URLs alike.</summary>
    internal static string Generate(GenerateRule rule)
    {
        var sets = new List<(string Characters, int Least)>();
        if (rule.Lower) sets.Add(("abcdefghjkmnpqrstuvwxyz", rule.MinLower));
        if (rule.Upper) sets.Add(("ABCDEFGHJKMNPQRSTUVWXYZ", rule.MinUpper));
        if (rule.Numeric) sets.Add(("0123456789", rule.MinNumeric));
        if (rule.Special) sets.Add(("-_.~", rule.MinSpecial));
        if (sets.Count == 0) sets.Add(("abcdefghjkmnpqrstuvwxyz", 0));
        var characters = sets.SelectMany(s => RandomNumberGenerator.GetItems<char>(s.Characters, s.Least)).ToList();
        var all = string.Concat(sets.Select(s => s.Characters));
        while (characters.Count < rule.MinLength) characters.Add(RandomNumberGenerator.GetItems<char>(all, 1)[0]);
        var shuffled = characters.ToArray();
        RandomNumberGenerator.Shuffle<char>(shuffled);
        return new string(shuffled);
    }

    /// <summary>A shell cannot export a name with a dash, so the underscore is read as well.</summary>
    private string? Configured(string name) => variable($"Parameters__{name}") ?? variable($"Parameters__{name.Replace('-', '_')}");

    private Dictionary<string, string> Read() => File.Exists(file)
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? []
        : [];

    private void Keep(Dictionary<string, string> kept, string key, string value)
    {
        kept[key] = value;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(fresh, options))
        {
            JsonSerializer.Serialize(stream, kept, Indented);
        }

        File.Move(fresh, file, overwrite: true);
    }
}
