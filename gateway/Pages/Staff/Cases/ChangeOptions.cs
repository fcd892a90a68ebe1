using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>What a reviewer may correct a field to (审核更正), as codes of Review and names of the pack.</summary>
internal static class ChangeOptions
{
    private const string Prefix = "change-";

    /// <summary>Name of the field's form input.</summary>
    public static string Input(string field) => Prefix + field;

    public static IEnumerable<(string Code, string Name)> For(RulePack pack, string field) => field switch
    {
        "attribute" => Labels.Choices<DisclosureAttribute>(Labels.Attribute),
        "ground" => pack.Grounds.Where(ground => ground.StandsAlone())
            .Select(ground => (ground.Code, $"{Labels.Attribute(ground.Attribute)}：{ground.Name}")),
        "scope" => Labels.Choices<DisclosureScope>(Labels.Scope),
        "channel" => pack.Channels.Select(channel => (channel.Code, channel.Name)),
        "category" => pack.Categories.Select(category => (category.Code, category.Name)),
        "secrecy" => [(Codes.Of(Secrecy.Cleared), Labels.Secrecy(Secrecy.Cleared))],
        _ => [],
    };

    /// <summary>The posted decision; null where none was chosen.</summary>
    public static StepOutcome? OutcomeOf(IFormCollection form) => Codes.Parse<StepOutcome>(form["outcome"].ToString());

    public static string Name(RulePack pack, string field, string code)
        => field == "ground" && pack.Grounds.FirstOrDefault(known => known.Code == code) is { } ground
            ? $"{Labels.Attribute(ground.Attribute)}：{ground.Name}"
            : For(pack, field).Where(option => option.Code == code).Select(option => option.Name).FirstOrDefault() ?? code;

    /// <summary>The corrections of a posted decision; only an approval carries any, so that a refused one says nothing by
    /// accident.</summary>
    public static IReadOnlyList<ReviewerChange> Of(IFormCollection form) => OutcomeOf(form) != StepOutcome.Approve ? []
        : [.. form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrEmpty(field.Value))
            .Select(field => new ReviewerChange(field.Key[Prefix.Length..], field.Value.ToString()))];
}
