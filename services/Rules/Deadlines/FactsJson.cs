using System.Globalization;
using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Deadlines;

/// <summary>Facts read from JSON, or every error with its path.</summary>
/// <param name="Facts">The facts in the order given; empty when there is an error.</param>
/// <param name="Errors">Errors, Chinese, each beginning with its JSON path.</param>
public sealed record FactsReading(Fact[] Facts, IReadOnlyList<string> Errors);

/// <summary>Reads facts as <c>[{"kind":"received","on":"2026-02-10"},{"kind":"extended","days":20,"on":…}]</c>.</summary>
public static class FactsJson
{
    /// <summary>Most facts in a list.</summary>
    public const int MaxFacts = 1000;

    private static readonly Dictionary<string, FactKind> Kinds =
        Enum.GetValues<FactKind>().ToDictionary(Codes.Of);

    /// <summary>Reads facts.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The facts or all errors.</returns>
    public static FactsReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (JsonText.Fault(json) is { } fault) return new([], [$"$：{fault}。"]);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return Read(document.RootElement);
        }
        catch (JsonException failure)
        {
            return new([], [$"$：不是有效的 JSON（第 {failure.LineNumber + 1} 行）。"]);
        }
    }

    /// <summary>Reads facts.</summary>
    /// <param name="root">The array.</param>
    /// <returns>The facts or all errors.</returns>
    public static FactsReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array) return new([], ["$：应为事实的数组。"]);
        if (JsonText.Fault(root.GetRawText()) is { } fault) return new([], [$"$：{fault}。"]);
        if (root.GetArrayLength() > MaxFacts) return new([], [$"$：事实不得超过 {MaxFacts} 条。"]);
        var errors = new List<string>();
        var facts = new List<Fact>(root.GetArrayLength());
        foreach (var element in root.EnumerateArray()) facts.Add(ReadFact(element, $"$[{facts.Count}]", errors));
        return errors.Count > 0 ? new([], errors) : new([.. facts], []);
    }

    private static Fact ReadFact(JsonElement element, string path, List<string> errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{path}：应为对象。");
            return default;
        }

        var fact = default(Fact);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var at = $"{path}.{Excerpt.Of(property.Name)}";
            if (!given.Add(property.Name))
            {
                errors.Add($"{at}：重复的字段。");
                continue;
            }

            switch (property.Name)
            {
                case "kind": fact = fact with { Kind = ReadKind(property.Value, at, errors) }; break;
                case "on": fact = fact with { On = ReadDate(property.Value, at, errors) }; break;
                case "days": fact = fact with { Days = ReadDays(property.Value, at, errors) }; break;
                case "party": fact = fact with { Party = ReadParty(property.Value, at, errors) }; break;
                case "with": fact = fact with { With = ReadName(property.Value, at, errors) }; break;
                default: errors.Add($"{at}：不认识的字段。"); break;
            }
        }

        if (!given.Contains("kind")) errors.Add($"{path}.kind：缺少事实的种类。");
        if (!given.Contains("on")) errors.Add($"{path}.on：缺少日期。");
        return fact;
    }

    private static FactKind ReadKind(JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.String && Kinds.TryGetValue(value.GetString()!, out var kind)) return kind;
        errors.Add($"{path}：不认识的事实种类 {Excerpt.Of(value.GetRawText())}；可用：{string.Join("、", Kinds.Keys)}。");
        return default;
    }

    private static DateOnly ReadDate(JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && WorkingCalendar.Supports(date))
        {
            return date;
        }

        errors.Add($"{path}：{Excerpt.Of(value.GetRawText())} 不是有效日期（yyyy-MM-dd）。");
        return default;
    }

    private static int ReadDays(JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var days)) return days;
        errors.Add($"{path}：{Excerpt.Of(value.GetRawText())} 不是整数。");
        return 0;
    }

    private static ConsultedParty ReadParty(JsonElement value, string path, List<string> errors)
    {
        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "thirdParty": return ConsultedParty.ThirdParty;
            case "organ": return ConsultedParty.Organ;
            default:
                errors.Add($"{path}：应为 thirdParty（第三方）或 organ（其他机关）。");
                return default;
        }
    }

    private static string? ReadName(JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } name) return name;
        errors.Add($"{path}：应为 1 至 200 字的名称。");
        return null;
    }
}
