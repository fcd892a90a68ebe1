using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Documents.Bodies;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Domain;

/// <summary>Everything of an item that a reviewer approves and a citizen reads.</summary>
internal sealed record ItemContent
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new CodeConverter() },
    };

    /// <summary>名称.</summary>
    public required string Title { get; init; }

    /// <summary>正文, HTML of the closed set (docs/bodies.md).</summary>
    public required string Body { get; init; }

    /// <summary>目录分类, code of the pack.</summary>
    public required string Category { get; init; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关, where it is another than the authority itself.</summary>
    public string? IssuingOrgan { get; init; }

    /// <summary>成文日期, Asia/Shanghai.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>公开属性.</summary>
    public required DisclosureAttribute Attribute { get; init; }

    /// <summary>Ground of the attribute, code of the pack.</summary>
    public required string Ground { get; init; }

    /// <summary>公开范围.</summary>
    public required DisclosureScope Scope { get; init; }

    /// <summary>保密审查结论.</summary>
    public required Secrecy Secrecy { get; init; }

    /// <summary>公开渠道, codes of the pack.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>主题词.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>内容概述.</summary>
    public string? Summary { get; init; }

    /// <summary>Conditions that switch review steps on (重要、重大、敏感 …).</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>解读材料 of this document, ids of items; null when it names none.</summary>
    public IReadOnlyList<Guid>? Interpretations { get; init; }

    /// <summary>Documents that this 解读材料 explains, ids of items; null when it names none.</summary>
    public IReadOnlyList<Guid>? Interprets { get; init; }

    /// <summary>The item in which the draft was shown for opinions (预公开); null where it was shown elsewhere or not at all.</summary>
    public Guid? PreDisclosureItem { get; init; }

    /// <summary>Address at which the draft was shown for opinions, where that is no item of this catalogue.</summary>
    public string? PreDisclosureAddress { get; init; }

    /// <summary>First day of the pre-disclosure, Asia/Shanghai.</summary>
    public DateOnly? PreDisclosedFrom { get; init; }

    /// <summary>Last day of the pre-disclosure, Asia/Shanghai.</summary>
    public DateOnly? PreDisclosedTo { get; init; }

    /// <summary>附件, in the order in which readers see them.</summary>
    public List<Attachment> Attachments { get; init; } = [];

    /// <summary>Every item this one names, once.</summary>
    public List<Guid> Companions()
        => [.. (Interpretations ?? []).Concat(Interprets ?? []).Concat(PreDisclosureItem is { } item ? [item] : []).Distinct()];

    /// <summary>The content with a reviewer's correction.</summary>
    /// <exception cref="InvalidOperationException">Review corrected what content does not have; the conclusion waits in the error
    /// queue.</exception>
    public ItemContent With(ReviewerChange change) => (change.Field, change.Value) switch
    {
        ("category", var code) => this with { Category = code },
        ("ground", var code) => this with { Ground = code },
        ("channel", var code) => this with { Channels = [code] },
        ("scope", var code) when Codes.Parse<DisclosureScope>(code) is { } scope => this with { Scope = scope },
        // 涉密情况待确定的信息经有权机关确定为不涉密 (rule 128); nothing else a reviewer says lifts a secrecy.
        ("secrecy", _) when change == ReviewerChange.SecrecyCleared && Secrecy == Secrecy.Undetermined
            => this with { Secrecy = Secrecy.Cleared },
        ("attribute", var code) when Codes.Parse<DisclosureAttribute>(code) is { } attribute => this with { Attribute = attribute },
        _ => throw new InvalidOperationException($"Review changed {change.Field} to {change.Value}, which content does not have."),
    };

    /// <summary>Every text that citizens would read.</summary>
    public IReadOnlyList<string> Texts()
        => [Title, BodyText.Of(Body), Summary ?? "", DocumentNumber ?? "", IssuingOrgan ?? "", .. Keywords,
            .. Attachments.Select(file => file.Name)];

    /// <summary>SHA-256 of the texts and files alone, lower-case hex: the same whatever secrecy, category or channel is named with
    /// them.</summary>
    /// <returns>64 hex digits.</returns>
    public string TextDigest() => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(Texts().Concat(Attachments.Select(file => file.Digest)), Canonical)));

    /// <summary>SHA-256 of the canonical form, lower-case hex: what is approved is what is shown.</summary>
    /// <returns>64 hex digits.</returns>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Canonical)));
}
