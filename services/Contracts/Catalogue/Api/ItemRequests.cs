using Disclosure.Kernel;

namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>What an officer writes; absent lists are empty, absent choices take the pack's plain case.</summary>
public sealed record ItemRequest
{
    /// <summary>名称.</summary>
    public string? Title { get; init; }

    /// <summary>正文, HTML of the closed set (docs/bodies.md); a line outside of any element is a paragraph.</summary>
    public string? Body { get; init; }

    /// <summary>目录分类, code of the pack.</summary>
    public string? Category { get; init; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关; the authority's own name counts as none.</summary>
    public string? IssuingOrgan { get; init; }

    /// <summary>成文日期, Asia/Shanghai.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>公开属性.</summary>
    public DisclosureAttribute Attribute { get; init; } = DisclosureAttribute.Proactive;

    /// <summary>公开属性理由, code of the pack; absent, of 主动公开 alone: the first one that supports it; the others demand
    /// one.</summary>
    public string? Ground { get; init; }

    /// <summary>公开范围.</summary>
    public DisclosureScope Scope { get; init; } = DisclosureScope.Public;

    /// <summary>涉密情况.</summary>
    public Secrecy Secrecy { get; init; } = Secrecy.Cleared;

    /// <summary>公开渠道, codes of the pack; absent: the portal.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>主题词.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>内容概述.</summary>
    public string? Summary { get; init; }

    /// <summary>Conditions that switch review steps on (重要、重大、敏感 …).</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>解读材料 of the document: each an item id, 索引号 or public number.</summary>
    public IReadOnlyList<string>? Interpretations { get; init; }

    /// <summary>Documents that this 解读材料 explains, named likewise.</summary>
    public IReadOnlyList<string>? Interprets { get; init; }

    /// <summary>预公开 of the decision.</summary>
    public PreDisclosureRequest? PreDisclosure { get; init; }
}

/// <summary>预公开 of a decision: one of <paramref name="Item"/> and <paramref name="Address"/>, and the days.</summary>
/// <param name="Item">The published item with the draft: id, 索引号 or public number.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="To">Last day, Asia/Shanghai.</param>
public sealed record PreDisclosureRequest(string? Item = null, string? Address = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Why an item is taken down (撤下).</summary>
/// <param name="Reason">Shown to staff and kept with the item (rule 40); at most 500 characters.</param>
public sealed record WithdrawItemRequest(string? Reason = null);

/// <summary>核对公开版本: that the version citizens read was checked, and has nothing in it of what was found secret or not to be
/// disclosed.</summary>
/// <param name="Reason">What was checked and found; kept in the audit log, at most 500 characters.</param>
public sealed record ConfirmShownRequest(string? Reason = null);
