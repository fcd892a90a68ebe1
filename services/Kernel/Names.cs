namespace Disclosure.Kernel;

/// <summary>Names of the services: resources, queues, addresses below <c>/api</c>, and signatures of audit chains.</summary>
public static class ServiceNames
{
    /// <summary>主动公开.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>审核、审批.</summary>
    public const string Review = "review";

    /// <summary>Every service.</summary>
    public static readonly IReadOnlyList<string> All = [Catalogue, Review];
}

/// <summary>Kinds of subjects that are reviewed and audited: the owning service and what it is there.</summary>
public static class SubjectKinds
{
    /// <summary>An information item (政府信息条目).</summary>
    public const string CatalogueItem = "catalogue.item";

    /// <summary>A review case (审核件).</summary>
    public const string ReviewCase = "review.case";

    /// <summary>A notice of holidays that an authority has imported (导入的放假安排).</summary>
    public const string ReviewCalendar = "review.calendar";

    /// <summary>A delegation or replacement (授权、接替).</summary>
    public const string ReviewDelegation = "review.delegation";
}

/// <summary>What the fields of a snapshot under review are (送审稿要素): readers go by these and never by the Chinese label.</summary>
public static class SnapshotFields
{
    /// <summary>名称.</summary>
    public const string Title = "title";

    /// <summary>目录分类; its value is a code of the pack.</summary>
    public const string Category = "category";

    /// <summary>责任单位; its value is a code of the pack.</summary>
    public const string Unit = "unit";

    /// <summary>公开属性; its value is <c>proactive, on-request, withheld</c>.</summary>
    public const string Attribute = "attribute";

    /// <summary>公开范围; its value is <c>public</c> or <see cref="InternalScope"/>.</summary>
    public const string Scope = "scope";

    /// <summary>公开属性理由; its value is a code of the pack.</summary>
    public const string Ground = "ground";

    /// <summary>公开渠道.</summary>
    public const string Channels = "channels";

    /// <summary>涉密情况.</summary>
    public const string Secrecy = "secrecy";

    /// <summary>密级.</summary>
    public const string SecrecyLevel = "secrecy-level";

    /// <summary>文号.</summary>
    public const string DocumentNumber = "document-number";

    /// <summary>发文机关.</summary>
    public const string IssuingOrgan = "issuing-organ";

    /// <summary>成文日期.</summary>
    public const string ProducedOn = "produced-on";

    /// <summary>解读材料.</summary>
    public const string Interpretations = "interpretations";

    /// <summary>所解读的文件.</summary>
    public const string Interprets = "interprets";

    /// <summary>预公开.</summary>
    public const string PreDisclosure = "pre-disclosure";

    /// <summary>What is wrong with the days of the pre-disclosure (预公开期间须注意).</summary>
    public const string PreDisclosureFault = "pre-disclosure-fault";

    /// <summary>主题词.</summary>
    public const string Keywords = "keywords";

    /// <summary>内容概述.</summary>
    public const string Summary = "summary";

    /// <summary>索引号.</summary>
    public const string IndexNumber = "index-number";

    /// <summary>报送类别.</summary>
    public const string SubmissionKind = "submission-kind";

    /// <summary>Value of <see cref="Scope"/> that never reaches a public exit (rule 103).</summary>
    public const string InternalScope = "internal";
}
