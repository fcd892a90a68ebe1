using System.Text.Json;

namespace Disclosure.Runner.Manifest;

/// <summary>Reads one JSON object strictly: what is not read, is missing or has another kind becomes an error with its place.</summary>
internal sealed class JsonView(JsonElement json, string place, List<string> errors)
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public string Text(string name)
    {
        if (OptionalText(name) is { } text) return text;
        if (!json.TryGetProperty(name, out _)) errors.Add($"{place}: '{name}' is missing.");
        return "";
    }

    public string? OptionalText(string name) => Value(name, JsonValueKind.String)?.GetString();

    public bool Flag(string name, bool otherwise = false)
    {
        read.Add(name);
        if (!json.TryGetProperty(name, out var value)) return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        errors.Add($"{place}: '{name}' must be true or false.");
        return otherwise;
    }

    public int? Number(string name)
    {
        if (Value(name, JsonValueKind.Number) is not { } value) return null;
        if (value.TryGetInt32(out var number)) return number;
        errors.Add($"{place}: '{name}' must be a whole number.");
        return null;
    }

    public JsonView? Object(string name) => Value(name, JsonValueKind.Object) is { } value ? new JsonView(value, $"{place}.{name}", errors) : null;

    /// <summary>The members of an object whose names are data, such as environment variables.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members(string name)
        => Value(name, JsonValueKind.Object) is { } value ? value.EnumerateObject().Select(m => (m.Name, m.Value)).ToList() : [];

    public IReadOnlyDictionary<string, string> Texts(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (member, value) in Members(name))
            if (value.ValueKind == JsonValueKind.String) texts[member] = value.GetString()!;
            else errors.Add($"{place}.{name}.{member}: must be a text.");
        return texts;
    }

    public IReadOnlyList<JsonElement> Items(string name) => Value(name, JsonValueKind.Array) is { } value ? [.. value.EnumerateArray()] : [];

    public IReadOnlyList<string> TextItems(string name)
    {
        var items = Items(name);
        if (items.All(i => i.ValueKind == JsonValueKind.String)) return [.. items.Select(i => i.GetString()!)];
        errors.Add($"{place}.{name}: every entry must be a text.");
        return [];
    }

    /// <summary>A property nobody understood could change what must run; it is refused rather than ignored.</summary>
    public void Close()
    {
        foreach (var member in json.EnumerateObject().Where(m => !read.Contains(m.Name)))
            errors.Add($"{place}: '{member.Name}' is not supported by the runner.");
    }

    /// <summary>Marks a property as known and of no meaning on a bare machine.</summary>
    public void Ignore(string name) => read.Add(name);

    private JsonElement? Value(string name, JsonValueKind kind)
    {
        read.Add(name);
        if (!json.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == kind) return value;
        errors.Add($"{place}: '{name}' must be {KindName(kind)}.");
        return null;
    }

    private static string KindName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        _ => "an object",
    };
}
