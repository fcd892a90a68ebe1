using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;

namespace Disclosure.Catalogue.Domain;

/// <summary>What may go wrong with an item, as sentences.</summary>
internal static class ItemFailures
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, "item-not-found", "没有这条信息", "编号有误，或者这条信息不在您可以查看的范围内。");

    /// <summary>The same to readers, of whom nobody looks at what is not public.</summary>
    public static readonly Failure NotPublic = NotFound with { Detail = "编号有误，或者该信息尚未公开、已经撤下。" };

    public static readonly Failure UnknownAuthority = new(FailureKind.NotFound, "unknown-authority", "没有这个机关", "请从门户首页选择机关。");

    public static readonly Failure OnlyPublishedIsRevised = new(FailureKind.Conflict, "only-published-is-revised", "只有已发布的信息可以修订",
        "草稿请直接编辑。");

    public static readonly Failure NothingToWithdraw = new(FailureKind.Conflict, "nothing-to-withdraw", "该信息没有正在公开的版本", "审核中的修订请先撤回送审。");

    public static readonly Failure NothingToCheck = new(FailureKind.Conflict, "nothing-to-check", "该信息没有须核对的公开版本",
        "可能已经核对过，也可能公开版本已经更换或者撤下；没有记录新的核对结果。");

    public static readonly Failure OnlyProactiveIsPublished =
        new Failure(FailureKind.Conflict, "only-proactive-is-published", "只有主动公开的信息可以送审发布",
        "依申请公开和不予公开的信息不进入发布流程。").At("attribute");

    public static readonly Failure InternalScopeIsNeverPublic =
        new Failure(FailureKind.Conflict, "internal-scope-is-never-public", "内部公开的信息不能送审发布",
        "公开范围为内部的信息不会出现在任何公开页面。").At("scope");

    public static readonly Failure SecrecyIsUndetermined = new Failure(FailureKind.Conflict, "secrecy-is-undetermined", "涉密情况尚未确定，暂缓公开",
        "涉密情况须先经审核确定。").At("secrecy");

    public static readonly Failure PreDisclosureIsRunning = new Failure(FailureKind.Conflict, "pre-disclosure-is-running", "预公开尚未结束，不能送审",
        "请在预公开期满、意见处理完毕后送审，或者核对预公开的截止日期。").At("preDisclosure.to");

    public static readonly Failure ClassifiedIsNeverPublished = new(FailureKind.Conflict, "classified-is-never-published", "标有密级的信息不得公开",
        "请删除涉密内容或解密后重新起草。");

    public static readonly Failure WasFoundSecret = new Failure(FailureKind.Conflict, "was-found-secret", "这些内容已被认定涉密，不能送审发布",
        "请删去涉密内容后再送审；认为已不涉密的，请把涉密情况改为“待确定”后送审，由有权认定的机关重新认定。").At("secrecy");

    public static readonly Failure NotYourItem = new(FailureKind.Forbidden, "not-your-item", "无权修改这条信息", "只有起草人、本单位负责人和办公室可以修改。");

    public static readonly Failure UnitIsNotResponsible = new Failure(FailureKind.Forbidden, "unit-is-not-responsible", "本单位不是该分类的责任单位",
        "请选择本单位负责的分类，或由办公室起草。").At("category");

    public static readonly Failure BodyIsTooLong = new Failure(FailureKind.TooLarge, "body-is-too-long", "正文过长",
        $"正文不能超过 {ContentRules.MaxBody:N0} 字。").At("body");

    public static Failure NotEditable(ItemState state) => new(FailureKind.Conflict, "item-not-editable", "当前状态不能修改或送审", state switch
    {
        ItemState.InReview => "信息正在审核，请等待结论或撤回送审。",
        ItemState.Published => "信息已发布，请先发起修订。",
        _ => "该信息已经办结。",
    });

    public static Failure Invalid(IReadOnlyDictionary<string, string[]> errors)
        => new(FailureKind.Invalid, "item-is-invalid", "内容不符合要求", "请按提示修改后再保存。") { Errors = errors };
}
