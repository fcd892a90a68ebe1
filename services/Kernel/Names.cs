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

    /// <summary>A delegation or replacement (授权、接替).</summary>
    public const string ReviewDelegation = "review.delegation";
}
