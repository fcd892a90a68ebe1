using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release;

/// <summary>What kinds of findings are called, what they do, and what a clerk does about them.</summary>
/// <remarks>No switch here has a default: a kind without a rule does not compile (CS8509), and a value that is no kind throws.</remarks>
public static class ReleaseKinds
{
#pragma warning disable CS8524 // Values without a name are to throw.

    /// <summary>What people call it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name, Chinese.</returns>
    public static string Name(this ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark => "密级标志",
        ReleaseKind.IdentityCard => SensitiveKind.IdentityCard.Name(),
        ReleaseKind.BankCard => SensitiveKind.BankCard.Name(),
        ReleaseKind.Unreadable => "无法读取的内容",
        ReleaseKind.HandlingMark => "限制公开的标注",
        ReleaseKind.OtherDocument => SensitiveKind.OtherDocument.Name(),
        ReleaseKind.LikelyIdentityCard => SensitiveKind.LikelyIdentityCard.Name(),
        ReleaseKind.Mosaic => "可拼出的已遮盖信息",
        ReleaseKind.MobilePhone => SensitiveKind.MobilePhone.Name(),
        ReleaseKind.Address => SensitiveKind.Address.Name(),
        ReleaseKind.FixedPhone => SensitiveKind.FixedPhone.Name(),
        ReleaseKind.Email => SensitiveKind.Email.Name(),
        ReleaseKind.Hidden => "隐藏内容",
        ReleaseKind.Comment => "批注、备注",
        ReleaseKind.TrackedChange => "修订痕迹",
        ReleaseKind.ScannedPage => "扫描页",
        ReleaseKind.Picture => "图片",
        ReleaseKind.Embedded => "内嵌文件",
        ReleaseKind.ExternalData => "外部数据连接",
        ReleaseKind.Properties => "文档属性",
    };

    /// <summary>What a clerk does about it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="level">What it does to the release.</param>
    /// <returns>A sentence, Chinese.</returns>
    public static string Advice(this ReleaseKind kind, ReleaseLevel level) => level switch
    {
        ReleaseLevel.Block => Blocking(kind),
        ReleaseLevel.Answer => $"{ToDo(kind)}；确需保留的请审核人说明理由。",
        ReleaseLevel.Note => $"含有{kind.Name()}，仅限本机关内部使用，对外提供前须另行检查。",
    };

    /// <summary>What a kind does to a release to an audience.</summary>
    internal static ReleaseLevel Level(this ReleaseKind kind, AudienceKind audience) => audience switch
    {
        AudienceKind.Public => ToPublic(kind),
        AudienceKind.Applicant => ToApplicant(kind),
        AudienceKind.Internal => ToStaff(kind),
    };

    /// <summary>The kind of a find in a text.</summary>
    internal static ReleaseKind Of(SensitiveKind kind) => kind switch
    {
        SensitiveKind.IdentityCard => ReleaseKind.IdentityCard,
        SensitiveKind.BankCard => ReleaseKind.BankCard,
        SensitiveKind.OtherDocument => ReleaseKind.OtherDocument,
        SensitiveKind.LikelyIdentityCard => ReleaseKind.LikelyIdentityCard,
        SensitiveKind.MobilePhone => ReleaseKind.MobilePhone,
        SensitiveKind.Address => ReleaseKind.Address,
        SensitiveKind.FixedPhone => ReleaseKind.FixedPhone,
        SensitiveKind.Email => ReleaseKind.Email,
    };

    /// <summary>The kind of a trait; null for a signature, which is nothing to weigh by itself.</summary>
    internal static ReleaseKind? Of(FileTraitKind kind) => kind switch
    {
        FileTraitKind.Hidden => ReleaseKind.Hidden,
        FileTraitKind.Comment => ReleaseKind.Comment,
        FileTraitKind.TrackedChange => ReleaseKind.TrackedChange,
        FileTraitKind.Picture => ReleaseKind.Picture,
        FileTraitKind.ScannedPage => ReleaseKind.ScannedPage,
        FileTraitKind.Embedded => ReleaseKind.Embedded,
        FileTraitKind.ExternalData => ReleaseKind.ExternalData,
        FileTraitKind.Signature => null,
        FileTraitKind.Properties => ReleaseKind.Properties,
        FileTraitKind.Unreadable => ReleaseKind.Unreadable,
    };

    private static ReleaseLevel ToPublic(ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark or ReleaseKind.IdentityCard or ReleaseKind.BankCard or ReleaseKind.Unreadable => ReleaseLevel.Block,
        ReleaseKind.HandlingMark or ReleaseKind.OtherDocument or ReleaseKind.LikelyIdentityCard or ReleaseKind.Mosaic
            or ReleaseKind.MobilePhone or ReleaseKind.Address or ReleaseKind.FixedPhone or ReleaseKind.Email or ReleaseKind.Hidden
            or ReleaseKind.Comment or ReleaseKind.TrackedChange or ReleaseKind.ScannedPage or ReleaseKind.Picture or ReleaseKind.Embedded
            or ReleaseKind.ExternalData or ReleaseKind.Properties => ReleaseLevel.Answer,
    };

    private static ReleaseLevel ToApplicant(ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark or ReleaseKind.Unreadable or ReleaseKind.IdentityCard or ReleaseKind.BankCard or ReleaseKind.OtherDocument
            or ReleaseKind.LikelyIdentityCard or ReleaseKind.MobilePhone or ReleaseKind.Address or ReleaseKind.FixedPhone
            or ReleaseKind.Email => ReleaseLevel.Block,
        ReleaseKind.HandlingMark or ReleaseKind.Mosaic or ReleaseKind.Hidden or ReleaseKind.Comment or ReleaseKind.TrackedChange
            or ReleaseKind.ScannedPage or ReleaseKind.Picture or ReleaseKind.Embedded or ReleaseKind.ExternalData
            or ReleaseKind.Properties => ReleaseLevel.Answer,
    };

    private static ReleaseLevel ToStaff(ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark or ReleaseKind.Unreadable => ReleaseLevel.Answer,
        ReleaseKind.IdentityCard or ReleaseKind.BankCard or ReleaseKind.HandlingMark or ReleaseKind.OtherDocument
            or ReleaseKind.LikelyIdentityCard or ReleaseKind.Mosaic or ReleaseKind.MobilePhone or ReleaseKind.Address
            or ReleaseKind.FixedPhone or ReleaseKind.Email or ReleaseKind.Hidden or ReleaseKind.Comment or ReleaseKind.TrackedChange
            or ReleaseKind.ScannedPage or ReleaseKind.Picture or ReleaseKind.Embedded or ReleaseKind.ExternalData
            or ReleaseKind.Properties => ReleaseLevel.Note,
    };

    private static string Blocking(ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark => "标有秘密、机密、绝密的内容不得公开，请退回或暂缓并报保密审查。",
        ReleaseKind.IdentityCard or ReleaseKind.BankCard => $"{kind.Name()}不得向社会公开，也不得提供给他人，请遮盖；在文件中的，请遮盖后重新上传。",
        ReleaseKind.Unreadable => "这部分内容无法检查，不得放行，请删除它或者另存为普通格式后重新上传。",
        ReleaseKind.OtherDocument or ReleaseKind.LikelyIdentityCard or ReleaseKind.MobilePhone or ReleaseKind.Address
            or ReleaseKind.FixedPhone or ReleaseKind.Email => $"他人的{kind.Name()}不得提供给申请人，请遮盖；在文件中的，请遮盖后重新上传。",
        ReleaseKind.HandlingMark or ReleaseKind.Mosaic or ReleaseKind.Hidden or ReleaseKind.Comment or ReleaseKind.TrackedChange
            or ReleaseKind.ScannedPage or ReleaseKind.Picture or ReleaseKind.Embedded or ReleaseKind.ExternalData
            or ReleaseKind.Properties => $"{kind.Name()}不得放行。{ToDo(kind)}。",
    };

    private static string ToDo(ReleaseKind kind) => kind switch
    {
        ReleaseKind.SecrecyMark => "请核对密级，并报保密审查",
        ReleaseKind.IdentityCard or ReleaseKind.BankCard or ReleaseKind.OtherDocument or ReleaseKind.LikelyIdentityCard
            or ReleaseKind.MobilePhone or ReleaseKind.Address or ReleaseKind.FixedPhone or ReleaseKind.Email
            => $"请遮盖{kind.Name()}，在文件中的遮盖后重新上传",
        ReleaseKind.Unreadable => "请删除无法读取的部分，或者另存为普通格式后重新上传",
        ReleaseKind.HandlingMark => "请核对公开属性，删去不再适用的标注，涉及工作秘密的报保密审查",
        ReleaseKind.Mosaic => "这里遮盖的与已公开的合起来可以读出，请两处一致遮盖",
        ReleaseKind.Hidden => "请取消隐藏核对，或者删除后重新上传",
        ReleaseKind.Comment => "请核对批注、备注，或者删除后重新上传",
        ReleaseKind.TrackedChange => "请接受或者拒绝全部修订后重新上传",
        ReleaseKind.ScannedPage => "请逐页查看扫描的内容，须遮盖的遮盖后重新上传",
        ReleaseKind.Picture => "请逐幅查看图片中的内容，须遮盖的遮盖后重新上传",
        ReleaseKind.Embedded => "请打开内嵌文件核对，或者删除后重新上传",
        ReleaseKind.ExternalData => "请断开外部连接，或者删除后重新上传",
        ReleaseKind.Properties => "请在软件中删除文档属性和个人信息后重新上传",
    };
#pragma warning restore CS8524
}
