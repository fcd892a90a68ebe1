using System.Globalization;
using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Pages.Staff.Cases;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Gateway.Pages.Staff;

/// <summary>What was chosen in a form, in words, where its page is gone.</summary>
internal static class ChosenWords
{
    /// <summary>Each field once, with what was chosen in it, as far as that can be read.</summary>
    /// <param name="fields">Names and values.</param>
    /// <param name="packs">Rules in which codes are looked up: those of one authority, or all where it is not known whose form it
    /// is.</param>
    public static IReadOnlyList<(string Label, string? Values)> Of(IEnumerable<(string Name, string Value)> fields,
        IReadOnlyList<RulePack> packs)
        => [.. from field in fields
               where field.Value.Length > 0 && FieldNames.OfChoice(field.Name) is not null
               group field.Value by FieldNames.OfChoice(field.Name)! into chosen
               select (chosen.Key, ValuesOf(chosen.Key, fields, packs))];

    /// <summary>The same as a text.</summary>
    /// <param name="fields">Names and values.</param>
    /// <param name="packs">Rules in which codes are looked up.</param>
    /// <param name="unread">Whether a field is named whose value cannot be read.</param>
    public static string In(IEnumerable<(string Name, string Value)> fields, IReadOnlyList<RulePack> packs, bool unread)
        => string.Join('、', Of(fields, packs).Where(one => unread || one.Values is not null).Select(one => one.Label + one.Values));

    private static string? ValuesOf(string label, IEnumerable<(string Name, string Value)> fields, IReadOnlyList<RulePack> packs)
    {
        var words = fields.Where(field => field.Value.Length > 0 && FieldNames.OfChoice(field.Name) == label)
            .Select(field => WordsOf(field.Name, field.Value, packs)).OfType<string>().ToList();
        return words.Count == 0 ? null : string.Concat(words);
    }

    /// <summary>One value; null where it cannot be read, or where several authorities read it in several ways.</summary>
    private static string? WordsOf(string field, string value, IReadOnlyList<RulePack> packs)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return $" {value}";
        var name = field.StartsWith("change-", StringComparison.Ordinal) ? field["change-".Length..] : field;
        var words = name switch
        {
            "outcome" => Codes.Parse<StepOutcome>(value) is { } outcome ? DecisionTerms.Of(outcome) : null,
            "holdTo" => DecisionForm.HoldTo.FirstOrDefault(one => one.Value == value).Name,
            "attribute" => Codes.Parse<DisclosureAttribute>(value) is { } attribute ? Labels.Attribute(attribute) : null,
            "scope" => Codes.Parse<DisclosureScope>(value) is { } scope ? Labels.Scope(scope) : null,
            "secrecy" => Codes.Parse<Secrecy>(value) is { } secrecy ? Labels.Secrecy(secrecy) : null,
            "conditions" => Labels.Conditions.FirstOrDefault(one => one.Code == value).Name,
            "category" => Only(packs, pack => pack.Category(value)?.Name),
            "ground" => Only(packs, pack => pack.Grounds.FirstOrDefault(one => one.Code == value)?.Name),
            "channel" or "channels" => Only(packs, pack => pack.Channels.FirstOrDefault(one => one.Code == value)?.Name),
            "checklist" => Only(packs, pack => pack.Flows.SelectMany(flow => flow.Checklist)
                .FirstOrDefault(one => one.Code == value)?.Name),
            _ => null,
        };
        return words is null ? null : $"“{words}”";
    }

    private static string? Only(IReadOnlyList<RulePack> packs, Func<RulePack, string?> nameOf)
        => packs.Select(nameOf).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var one] ? one : null;
}
