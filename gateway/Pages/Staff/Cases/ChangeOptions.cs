using Disclosure.Rules.Packs;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>What a reviewer may correct a field to (审核更正), as codes of Review and names of the pack.</summary>
internal static class ChangeOptions
{
    private const string Prefix = "change-";

    private static readonly (string Code, string Name)[] Attributes = [("proactive", "主动公开"), ("on-request", "依申请公开"),
        ("withheld", "不予公开")];
    private static readonly (string Code, string Name)[] Scopes = [("public", "社会公开"), ("internal", "内部公开")];
    private static readonly (string Code, string Name)[] Secrecies = [("cleared", "不涉密")];

    /// <summary>Name of the field's form input.</summary>
    public static string Input(string field) => Prefix + field;

    public static IEnumerable<(string Code, string Name)> For(RulePack pack, string field) => field switch
    {
        "attribute" => Attributes,
        "ground" => pack.Grounds
        .Select(ground => (ground.Code, $"{Disclosure.Gateway.Portal.Labels.Attribute(ground.Attribute.ToString())}：{ground.Name}")),
        "scope" => Scopes,
        "channel" => pack.Channels.Select(channel => (channel.Code, channel.Name)),
        "category" => pack.Categories.Select(category => (category.Code, category.Name)),
        "secrecy" => Secrecies,
        _ => [],
    };

    public static string Name(RulePack pack, string field, string code)
        => For(pack, field).Where(option => option.Code == code).Select(option => option.Name).FirstOrDefault() ?? code;

    /// <summary>The corrections of a posted decision; only an approval carries any, so that a refused one says nothing by
    /// accident.</summary>
    public static IReadOnlyList<Clients.CaseFieldChange> Of(IFormCollection form) => form["outcome"] != "approve" ? []
        : [.. form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrEmpty(field.Value))
            .Select(field => new Clients.CaseFieldChange(field.Key[Prefix.Length..], field.Value.ToString()))];
}
