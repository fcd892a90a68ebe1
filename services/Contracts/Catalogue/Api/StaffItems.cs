using Disclosure.Kernel;

namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>An item as its authority's staff work on it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Title">名称.</param>
/// <param name="Body">正文, HTML of the closed set (docs/bodies.md).</param>
/// <param name="Category">目录分类, code of the pack.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="IssuingOrgan">发文机关, where it is not the authority.</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai.</param>
/// <param name="Attribute">公开属性.</param>
/// <param name="Ground">公开属性理由, code of the pack.</param>
/// <param name="Scope">公开范围.</param>
/// <param name="Secrecy">涉密情况.</param>
/// <param name="Channels">公开渠道, codes of the pack.</param>
/// <param name="Keywords">主题词.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="Conditions">Conditions that switch review steps on.</param>
/// <param name="Interpretations">解读材料 that it names, ids.</param>
/// <param name="Interprets">Documents that it says it explains, ids.</param>
/// <param name="PreDisclosure">预公开 as it was written.</param>
/// <param name="Unit">责任单位, code.</param>
/// <param name="Author">Subject claim of the drafter.</param>
/// <param name="AuthorName">Name of the drafter.</param>
/// <param name="Number">Public number, once published.</param>
/// <param name="IndexNumber">索引号, once published.</param>
/// <param name="Revision">Published versions so far.</param>
/// <param name="CaseId">Review case, once submitted.</param>
/// <param name="LastReason">Reason of the last return, rejection or withdrawal.</param>
/// <param name="CreatedAt">Creation, UTC.</param>
/// <param name="UpdatedAt">Last change, UTC.</param>
/// <param name="Actions">What the caller may do to it now.</param>
/// <param name="IsToBeChecked">Whether the version that citizens read is to be checked at once: a later one was found to be a state secret
/// (认定涉密) or not to be disclosed, and the earlier may have the same in it.</param>
/// <param name="ImportRemarks">What the file it was imported from has that could not be carried over, or that is to be looked at
/// (导入说明); empty for what was typed.</param>
/// <param name="Attachments">附件, in their order.</param>
/// <param name="ToBeChecked">Why the version that citizens read is to be checked; null where it is not.</param>
public sealed record StaffItem(Guid Id, ItemState State, string Title, string Body, string Category, string? DocumentNumber,
    string? IssuingOrgan, DateOnly? ProducedOn, DisclosureAttribute Attribute, string Ground, DisclosureScope Scope, Secrecy Secrecy,
    IReadOnlyList<string> Channels, IReadOnlyList<string> Keywords, string? Summary, IReadOnlyList<string> Conditions,
    IReadOnlyList<Guid> Interpretations, IReadOnlyList<Guid> Interprets, PreDisclosureView? PreDisclosure, string Unit, string Author,
    string AuthorName, string? Number, string? IndexNumber, int Revision, Guid? CaseId, string? LastReason, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, IReadOnlyList<ItemAction> Actions, bool IsToBeChecked,
    IReadOnlyList<string> ImportRemarks, IReadOnlyList<ItemAttachment> Attachments, ShownVersionDoubt? ToBeChecked = null);

/// <summary>Why the version that citizens read is to be checked (须核对公开版本).</summary>
/// <param name="Cause">What a later version was determined to be.</param>
/// <param name="Reason">Why, as who determined it has said; null where nothing was said.</param>
/// <param name="CaseId">The review case in which it was determined, and in which the later version is read.</param>
public sealed record ShownVersionDoubt(NotPublicCause Cause, string? Reason, Guid? CaseId);

/// <summary>预公开 as it was written: an item or an address, and the days.</summary>
/// <param name="Item">The item with the draft.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="To">Last day, Asia/Shanghai.</param>
public sealed record PreDisclosureView(Guid? Item, string? Address, DateOnly? From, DateOnly? To);

/// <summary>An item in a staff list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Title">名称.</param>
/// <param name="Category">目录分类, code.</param>
/// <param name="Unit">责任单位, code.</param>
/// <param name="AuthorName">Name of the drafter.</param>
/// <param name="Number">Public number, once published.</param>
/// <param name="LastReason">Reason of the last return, rejection or withdrawal.</param>
/// <param name="Secrecy">保密审查结论; of a rejected item that it was found to be a state secret.</param>
/// <param name="UpdatedAt">Last change, UTC.</param>
/// <param name="IsPublic">Whether citizens may read a version of it, whatever becomes of the next.</param>
/// <param name="ToBeCheckedSince">Since when that version is to be checked (须核对公开版本), UTC; null where it is not.</param>
/// <param name="Attribute">公开属性; of a rejected item what reviewers determined.</param>
/// <param name="Scope">公开范围; likewise.</param>
public sealed record StaffItemRow(Guid Id, ItemState State, string Title, string Category, string Unit, string AuthorName, string? Number,
    string? LastReason, Secrecy Secrecy, DateTimeOffset UpdatedAt, bool IsPublic = false, DateTimeOffset? ToBeCheckedSince = null,
    DisclosureAttribute Attribute = DisclosureAttribute.Proactive, DisclosureScope Scope = DisclosureScope.Public);

/// <summary>What accompanies an item, with titles, and what its drafter is asked for.</summary>
/// <param name="AsksForInterpretation">Whether an interpretation ought to accompany it.</param>
/// <param name="AsksForPreDisclosure">Whether it ought to have been pre-disclosed.</param>
/// <param name="IsInterpretation">Whether it is interpretation material itself.</param>
/// <param name="Interpretations">解读材料 that it names, or that name it.</param>
/// <param name="Interprets">Documents that it explains, whichever of the two says so.</param>
/// <param name="PreDisclosed">The item with the draft that was shown for opinions.</param>
/// <param name="Candidates">Interpretation material that it could name, last changed first, at most 20.</param>
/// <param name="PreDisclosureRemark">What is wrong with the days of its pre-disclosure as they are saved; null where nothing is.</param>
public sealed record ItemCompanions(bool AsksForInterpretation, bool AsksForPreDisclosure, bool IsInterpretation,
    IReadOnlyList<ItemCompanion> Interpretations, IReadOnlyList<ItemCompanion> Interprets, ItemCompanion? PreDisclosed,
    IReadOnlyList<ItemCompanion> Candidates, string? PreDisclosureRemark = null);

/// <summary>An item that another one names.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">Where it stands; what only citizens' knowledge of it is allowed shows as published.</param>
/// <param name="Title">名称.</param>
/// <param name="Number">Public number, while it is public.</param>
/// <param name="Secrecy">保密审查结论; of what only citizens' knowledge is allowed, that it is none.</param>
public sealed record ItemCompanion(Guid Id, ItemState State, string Title, string? Number, Secrecy Secrecy);
