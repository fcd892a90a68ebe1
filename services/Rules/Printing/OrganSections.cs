using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>Who the authority is, and what it discloses where.</summary>
internal static class OrganSections
{
    /// <summary>机关与代码.</summary>
    public static IEnumerable<PrintTable> Organ(RulePack pack, PackNames names)
    {
        yield return new("代码与联系方式", [.. Identity(pack)]);
        yield return new("分组", [.. pack.Groups.Select(group => new PrintRow($"groups.{group.Code}", "单位分组", group.Name,
            group.Citation))]);
        yield return new("科室、单位", [.. pack.Units.Select(unit => new PrintRow($"units.{unit.Code}", "科室、单位",
            $"{unit.Name}（{names.Group(unit.Group)}）", unit.Citation))]);
    }

    private static IEnumerable<PrintRow> Identity(RulePack pack)
    {
        // The national base has none.
        if (pack.OrganisationCode.Value.Length > 0) yield return new("organisationCode", "组织机构代码", pack.OrganisationCode.Value,
            pack.OrganisationCode.Citation);
        if (pack.SiteIdCode.Value.Length > 0) yield return new("siteIdCode", "网站标识码", pack.SiteIdCode.Value, pack.SiteIdCode.Citation);
        if (pack.Region is { } region) yield return new("region", "另有地方法定放假日的地区", $"{region.Name}（放假安排代码 {region.Code}）",
            region.Citation);
        if (pack.DocumentNumber is { } number) yield return new("documentNumber", "发文字号",
            PackPrinter.Lines($"机关代字：{number.Prefix}", $"示例：{number.Example}",
                "录入的发文字号按这一格式核对"), number.Citation);
        if (pack.Contact is { } contact) yield return new("contact", "公开指南的联系方式", PackPrinter.Lines($"地址：{contact.Address}",
            $"电话：{contact.Phone}", contact.Fax is null ? null : $"传真：{contact.Fax}", $"电子邮箱：{contact.Email}"), contact.Citation);
    }

    /// <summary>目录分类与公开内容.</summary>
    public static IEnumerable<PrintTable> Catalogue(RulePack pack, PackNames names)
    {
        if (pack.ResponsibleUnits is { } responsible)
            yield return new("责任股室", [new("responsibleUnits", "每个分类确定责任股室", responsible.Required ? "每个分类都须写明由哪个股室负责"
                : "不要求写明由哪个股室负责",
                responsible.Citation)]);
        yield return new("目录分类", [.. pack.Categories.Select(category => new PrintRow($"categories.{category.Code}", category.Name,
            PackPrinter.Lines(category.Parent is null ? "法定栏目" : $"所属栏目：{names.Category(category.Parent)}", Units(category, names)),
            category.Citation))]);
        yield return PackPrinter.Entries("对外公开事项", "externalMatters", pack.ExternalMatters);
        yield return PackPrinter.Entries("对内公开事项", "internalMatters", pack.InternalMatters);
        yield return PackPrinter.Entries("公文种类", "documentTypes", pack.DocumentTypes);
        yield return PackPrinter.Entries("五公开标签", "workTags", pack.WorkTags);
    }

    private static string Units(Category category, PackNames names) => category switch
    {
        { Units.Count: 0 } => "责任单位：各单位",
        { EachForItsOwn: true } => $"责任单位：{names.Units(category.Units)}（各自负责本单位的，不设牵头）",
        { Units.Count: 1 } => $"责任单位：{names.Units(category.Units)}",
        _ => $"责任单位：{names.Units(category.Units)}（{names.Units(category.Units.Take(1))}牵头）",
    };

    /// <summary>公开属性与理由.</summary>
    public static IEnumerable<PrintTable> Attributes(RulePack pack, PackNames names)
    {
        yield return PackPrinter.Entries("公开属性", "attributes", pack.Attributes);
        if (pack.DefaultAttribute is { } other)
            yield return new("没有理由可依时的公开属性", [new("defaultAttribute", "没有理由可依时的公开属性", PackTerms.Of(other.Attribute),
                other.Citation)]);
        yield return new("公开属性的理由", [.. pack.Grounds.Select(ground => new PrintRow($"grounds.{ground.Code}", ground.Name,
            PackPrinter.Lines($"支持：{PackTerms.Of(ground.Attribute)}", ground.Lawful is null ? null
                : $"不能单独作为理由，须改选其一并说明：{names.Grounds(ground.Lawful)}"), ground.Citation))]);
    }

    /// <summary>公开渠道与公开形式.</summary>
    public static IEnumerable<PrintTable> Channels(RulePack pack)
    {
        yield return new("公开渠道", [.. pack.Channels.Select(channel => new PrintRow($"channels.{channel.Code}", channel.Name,
            Users(channel), channel.Citation))]);
        yield return PackPrinter.Entries("公开形式", "disclosureForms", pack.DisclosureForms);
    }

    private static string Users(Channel channel) => channel switch
    {
        { Code: Channel.Portal, Roles.Count: 0 } => "本平台，按审核流程发布",
        { Code: Channel.Portal } => $"本平台，按审核流程发布；制度写明由{PackNames.Roles(channel.Roles)}发布",
        { Roles.Count: 0 } => "未限定由谁使用",
        _ => $"限{PackNames.Roles(channel.Roles)}使用",
    };
}
