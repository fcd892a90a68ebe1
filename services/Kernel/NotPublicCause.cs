using System.Diagnostics;

namespace Disclosure.Kernel;

/// <summary>Why a version that was reviewed does not become public, although nothing of it is to be corrected by its author.</summary>
public enum NotPublicCause
{
    /// <summary>认定涉密: it was found to be a state secret.</summary>
    FoundSecret,

    /// <summary>不予公开: reviewers changed its attribute to that.</summary>
    Withheld,

    /// <summary>依申请公开: reviewers changed its attribute to that.</summary>
    OnRequest,

    /// <summary>内部公开: reviewers changed its scope to that.</summary>
    Internal,
}

/// <summary>What keeps a version from being public, and its Chinese words.</summary>
public static class NotPublicTerms
{
    /// <summary>What an attribute and a scope mean for publication.</summary>
    /// <param name="attribute">公开属性.</param>
    /// <param name="scope">公开范围.</param>
    /// <returns>The cause; null where it may be public.</returns>
    public static NotPublicCause? Of(DisclosureAttribute attribute, DisclosureScope scope) => (attribute, scope) switch
    {
        (DisclosureAttribute.Withheld, _) => NotPublicCause.Withheld,
        (DisclosureAttribute.OnRequest, _) => NotPublicCause.OnRequest,
        (_, DisclosureScope.Internal) => NotPublicCause.Internal,
        _ => null,
    };

    /// <summary>Why content that was turned down did not become public. Only what may be public is handed in: what stands otherwise in it
    /// afterwards, the review has determined.</summary>
    /// <param name="secrecy">涉密情况.</param>
    /// <param name="attribute">公开属性.</param>
    /// <param name="scope">公开范围.</param>
    /// <returns>The cause; null where it was merely turned down.</returns>
    public static NotPublicCause? Of(Secrecy secrecy, DisclosureAttribute attribute, DisclosureScope scope)
        => secrecy == Secrecy.Classified ? NotPublicCause.FoundSecret : Of(attribute, scope);

    /// <summary>What it was determined to be.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>Its words.</returns>
    public static string Name(NotPublicCause cause) => cause switch
    {
        NotPublicCause.FoundSecret => "涉密",
        NotPublicCause.Withheld => "不予公开",
        NotPublicCause.OnRequest => "依申请公开",
        NotPublicCause.Internal => "内部公开",
        _ => throw new UnreachableException(),
    };

    /// <summary>What happened to the version, after its subject: 新版本…</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The words.</returns>
    public static string Happened(NotPublicCause cause)
        => cause == NotPublicCause.FoundSecret ? "被认定涉密" : $"经审核确定为{Name(cause)}";
}
