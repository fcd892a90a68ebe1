using System.Text.RegularExpressions;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>A wording a proof-reader wants corrected (校对意见).</summary>
/// <param name="Original">The wording as it stands; must occur in the snapshot.</param>
/// <param name="Corrected">The wording it should be.</param>
internal sealed record Correction(string Original, string Corrected)
{
    public const int MaxLength = 500;
    public const int MaxCount = 50;

    /// <summary>A text with all corrections made at once: none touches what another wrote, and of two that fit at a place the longer is
    /// made.</summary>
    public static string ApplyAll(IReadOnlyList<Correction> corrections, string text)
    {
        if (corrections.Count == 0) return text;
        var corrected = corrections.DistinctBy(correction => correction.Original)
            .ToDictionary(correction => correction.Original, correction => correction.Corrected, StringComparer.Ordinal);
        var anyOf = string.Join('|', corrected.Keys.OrderByDescending(original => original.Length).Select(Regex.Escape));
        return Regex.Replace(text, anyOf, match => corrected[match.Value], RegexOptions.CultureInvariant);
    }
}

/// <summary>What is wrong with one correction.</summary>
/// <param name="Code">Code of the failure.</param>
/// <param name="Words">What is wrong, Chinese.</param>
/// <param name="Advice">What to do, Chinese.</param>
internal sealed record CorrectionFault(string Code, string Words, string Advice)
{
    public static readonly CorrectionFault NoOriginal = new("correction-is-incomplete", "没有填写原文", "请填写需要更正的原文，不需要的一行请清空。");

    public static readonly CorrectionFault TooLong = new("correction-is-too-long", $"原文和改正都不能超过 {Correction.MaxLength} 字",
        "请只填写需要更正的词句；改动较多的，请分成几处，或者在理由中写明。");

    public static readonly CorrectionFault Unreadable = new("correction-is-unreadable", "含有无法保存的字符", "请删除看不见的字符，或者重新输入，不要粘贴。");

    public static readonly CorrectionFault NotInText = new("correction-is-not-in-text", "送审稿中没有这处原文", "请从送审稿中照抄需要更正的文字。");
}

/// <summary>A change that took effect at a step.</summary>
internal sealed record AppliedChange(string Field, string Value, string Step, string By, DateTimeOffset At)
{
    /// <summary>Code of the value before; null where it is not known as a code.</summary>
    public string? Before { get; init; }

    /// <summary>Name of who made it; null in what was kept without it.</summary>
    public string? ByName { get; init; }

    /// <summary>What was said with it; null where nothing was said.</summary>
    public string? Reason { get; init; }
}

/// <summary>What a step may change, and to what.</summary>
internal static class Changes
{
    /// <summary>Why the changes cannot be made, or null.</summary>
    public static Failure? Check(ReviewCase review, CaseStep step, IReadOnlyList<ReviewerChange> changes, RulePack pack)
    {
        if (changes.Count == 0) return null;
        if (changes.Select(change => change.Field).Distinct(StringComparer.Ordinal)
            .Count() != changes.Count) return ChangeRefusals.FieldIsNamedTwice;
        if (changes.FirstOrDefault(change => !step.MayChange.Contains(change.Field)) is { } outside) return ChangeRefusals
            .FieldIsNotChangeable(outside.Field);
        if (changes.FirstOrDefault(change => !IsKnown(change, pack)) is { } unknown) return ChangeRefusals.ValueIsUnknown(unknown.Field);
        if (changes.FirstOrDefault(change => change.Field == "channel") is { } pushed
            && pack.Channels.First(channel => channel.Code == pushed.Value) is var chosen && !chosen.MayBeUsedBy(step.Roles.Contains))
            return ChangeRefusals.ChannelIsNotTheirs(chosen.Name);
        // A new attribute stands on a ground of its own; the old ground supports another one.
        var attribute = changes.FirstOrDefault(change => change.Field == "attribute")?.Value;
        var ground = changes.FirstOrDefault(change => change.Field == "ground")?.Value;
        if (attribute is null && ground is null) return null;
        if (ground is not null && pack.Grounds.First(known => known.Code == ground) is { Lawful: { } lawful } local)
            return ChangeRefusals.GroundDoesNotStandAlone(local.Name,
                [.. pack.Grounds.Where(known => lawful.Contains(known.Code)).Select(known => known.Name)]);
        if (ground is null) return step.MayChange.Contains("ground") ? ChangeRefusals.GroundDoesNotSupport : null;
        // A ground alone must support the attribute as it stands; where that is unknown, the reviewer names it.
        return Codes.Of(pack.Grounds.First(known => known.Code == ground).Attribute) == (attribute ?? review.Attribute) ? null
            : ChangeRefusals.GroundDoesNotSupport;
    }

    private static bool IsKnown(ReviewerChange change, RulePack pack) => change.Field switch
    {
        "attribute" => Codes.Parse<DisclosureAttribute>(change.Value) is not null,
        "ground" => pack.Grounds.Any(ground => ground.Code == change.Value),
        "scope" => Codes.Parse<DisclosureScope>(change.Value) is not null,
        "channel" => pack.Channels.Any(channel => channel.Code == change.Value),
        "category" => pack.Category(change.Value) is not null,
        _ => false,
    };
}

/// <summary>Every way a change or correction is refused.</summary>
internal static class ChangeRefusals
{
    public static readonly Failure OnlyWithApproval = new Failure(FailureKind.Invalid, "changes-only-with-approval", "只有通过时才能更正",
        "退回时请在理由中写明应改之处。").At("changes");

    public static readonly Failure FieldIsNamedTwice = new Failure(FailureKind.Invalid, "field-is-named-twice", "同一项修改了两次",
        "每一项只填一个新值。").At("changes");

    public static readonly Failure GroundDoesNotSupport = new Failure(FailureKind.Invalid, "ground-does-not-support", "理由与公开属性不符",
        "修改公开属性时，须同时选择支持该属性的理由。").At(Of("ground"));

    /// <summary>A ground of the bureau's own that articles 14–16 of the Regulation do not know.</summary>
    public static Failure GroundDoesNotStandAlone(string ground, IReadOnlyList<string> lawful)
        => new Failure(FailureKind.Invalid, "ground-does-not-stand-alone", $"“{ground}”单独不是条例规定的理由",
            $"请改选：{string.Join("、", lawful)}。").At(Of("ground"));

    /// <summary>A channel that the office of this step may not push to.</summary>
    public static Failure ChannelIsNotTheirs(string channel)
        => new Failure(FailureKind.Invalid, "channel-is-not-theirs", $"本环节的岗位不能使用渠道“{channel}”", "请改选其他渠道，或者由有权使用的岗位另行推送。")
            .At(Of("channel"));

    public static readonly Failure AttributeIsNotMarked = new Failure(FailureKind.Invalid, "attribute-is-not-marked", "尚未标明公开属性",
        "通过前须标明公开属性及其理由。").At(Of("attribute"));

    public static readonly Failure ConditionIsUnknown = new Failure(FailureKind.Invalid, "condition-is-unknown", "没有这种情形",
        "请从页面列出的情形中选择。").At("conditions");

    public static readonly Failure CorrectionsOnlyWithReturn =
        new Failure(FailureKind.Invalid, "corrections-only-with-return", "校对意见只能在校对环节退回时填写",
        "其他环节请在理由中写明。").At("corrections");

    public static readonly Failure CorrectionsMeanReturn =
        new Failure(FailureKind.Invalid, "corrections-mean-return", "填写了改正，不能确认校对无误",
        "有错误的，请选择“退回修改”；没有错误的，请清空改正后再提交。").At("corrections");

    public static readonly Failure TooManyCorrections = new Failure(FailureKind.Invalid, "too-many-corrections", "改正条数过多",
        $"一次最多填写 {Correction.MaxCount} 处改正，其余请在理由中写明。").At("corrections");

    /// <summary>Some corrections cannot be taken: each that cannot is named by its place, from 1. The code is that of the first; what to do
    /// is said once for each kind of fault.</summary>
    /// <param name="faults">Place in the list, from 0, and what is wrong.</param>
    public static Failure CorrectionsDoNotFit(IReadOnlyList<(int At, CorrectionFault Fault)> faults)
        => new(FailureKind.Invalid, faults[0].Fault.Code, $"第 {string.Join("、", faults.Select(fault => fault.At + 1))} 处改正有误",
            string.Concat(faults.Select(fault => fault.Fault.Advice).Distinct(StringComparer.Ordinal)))
        {
            Errors = faults.ToDictionary(fault => $"corrections.{fault.At}",
                fault => new[] { $"第 {fault.At + 1} 处改正：{fault.Fault.Words}" }, StringComparer.Ordinal),
        };

    public static Failure FieldIsNotChangeable(string field)
        => new Failure(FailureKind.Forbidden, "field-is-not-changeable", "这个环节不能修改该项", $"本环节无权修改“{Word(field)}”。").At(Of(field));

    public static Failure ValueIsUnknown(string field)
        => new Failure(FailureKind.Invalid, "value-is-unknown", "没有这个选项", $"“{Word(field)}”的新值不在本机关的目录中。").At(Of(field));

    /// <summary>Where the new value of a field stands in a decision.</summary>
    private static string Of(string field) => $"changes.{field}";

    private static string Word(string field) => field switch
    {
        "attribute" => "公开属性",
        "ground" => "公开属性理由",
        "scope" => "公开范围",
        "channel" => "公开渠道",
        "category" => "目录分类",
        _ => "该项",
    };
}
