using System.Text.Json;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Replay;

/// <summary>Recorded matters read from JSON, or every error with its path.</summary>
/// <param name="Clocks">The matters in the order given; empty when there is an error.</param>
/// <param name="Errors">Errors, Chinese, each beginning with its JSON path; at most 100.</param>
public sealed record RecordedClocksReading(IReadOnlyList<RecordedClock> Clocks, IReadOnlyList<string> Errors);

/// <summary>Reads recorded matters as
/// <c>[{"id":"2026-001","limit":"application.reply","facts":[{"kind":"received","on":…}]}]</c>.</summary>
public static class RecordedClocksJson
{
    /// <summary>Most matters in a file.</summary>
    public const int MaxMatters = 100_000;

    private const int MaxId = 100;
    private const int MaxErrors = 100;

    /// <summary>Reads matters.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The matters or the errors.</returns>
    public static RecordedClocksReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (JsonText.Fault(json) is { } fault) return new([], [$"$：{fault}。"]);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException failure)
        {
            return new([], [$"$：不是有效的 JSON，或者有重复的字段（第 {failure.LineNumber + 1} 行）。"]);
        }
    }

    private static RecordedClocksReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array) return new([], ["$：应为事项的数组。"]);
        if (root.GetArrayLength() > MaxMatters) return new([], [$"$：事项不得超过 {MaxMatters} 件。"]);
        var (clocks, errors) = (new List<RecordedClock>(root.GetArrayLength()), new List<string>());
        foreach (var element in root.EnumerateArray())
        {
            var at = $"$[{clocks.Count}]";
            clocks.Add(ReadMatter(element, at, errors));
            if (errors.Count > MaxErrors) break;
        }

        return errors.Count > 0 ? new([], [.. errors.Take(MaxErrors)]) : new(clocks, []);
    }

    private static RecordedClock ReadMatter(JsonElement element, string path, List<string> errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{path}：应为对象。");
            return new("", "", []);
        }

        errors.AddRange(element.EnumerateObject().Where(member => member.Name is not ("id" or "limit" or "facts"))
            .Select(member => $"{path}.{Excerpt.Of(member.Name)}：不认识的字段。"));
        var facts = element.TryGetProperty("facts", out var list) ? FactsJson.Read(list) : new([], ["$：缺少事实。"]);
        errors.AddRange(facts.Errors.Select(error => $"{path}.facts{error[1..]}"));
        return new(Text(element, "id", path, errors), Text(element, "limit", path, errors), facts.Facts);
    }

    private static string Text(JsonElement element, string name, string path, List<string> errors)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= MaxId } text) return text;
        errors.Add($"{path}.{name}：应为 1 至 {MaxId} 字的文本。");
        return "";
    }
}
