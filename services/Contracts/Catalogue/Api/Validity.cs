namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>Whether a published document holds (有效性).</summary>
public enum Validity
{
    /// <summary>有效.</summary>
    InForce,

    /// <summary>已修改.</summary>
    Modified,

    /// <summary>已废止.</summary>
    Abolished,

    /// <summary>已失效.</summary>
    Expired,
}
