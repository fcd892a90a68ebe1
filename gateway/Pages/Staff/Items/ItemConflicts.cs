using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Portal;

namespace Disclosure.Gateway.Pages.Staff.Items;

/// <summary>Says of an item that was changed since its form was opened what that means: by oneself on another page as often as by somebody
/// else.</summary>
internal static class ItemConflicts
{
    /// <summary>Code of the refusal of a form whose item was changed since it was opened.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>Code of the refusal of a change to what is in review, decided or published.</summary>
    private const string NotEditable = "item-not-editable";

    private const string OnlyPublishedIsRevised = "only-published-is-revised";

    private const string NothingToWithdraw = "nothing-to-withdraw";

    private const string NothingToCheck = "nothing-to-check";

    /// <summary>The refusal of an edit. Where nothing can be changed any more, whatever version the form was opened at, nothing is offered
    /// but the text, to be copied.</summary>
    /// <param name="refused">What the service refused.</param>
    /// <param name="item">The item as it is now.</param>
    /// <param name="mayEdit">Whether it can be edited now.</param>
    public static ServiceProblem? OfEdit(ServiceProblem? refused, StaffItem item, bool mayEdit) => refused switch
    {
        { Code: ChangedMeanwhile } when mayEdit => Elsewhere(refused, item, "这份草稿在别处已保存过", "您刚才填写的内容没有保存，还在下面，可以复制到当前版本中。"),
        { Code: ChangedMeanwhile or NotEditable } when !mayEdit => refused with
        {
            Title = item.State == ItemState.InReview ? "已送审，不能再修改" : "现在不能修改",
            Detail = (item.State == ItemState.InReview ? "撤回送审后可以修改。" : "这条信息已经办结或者发布。") + "您刚才填写的内容没有保存。",
            Code = NotEditable,
        },
        _ => refused,
    };

    /// <summary>The refusal of a change of attachments: nothing of it was kept.</summary>
    /// <param name="refused">What the service refused.</param>
    /// <param name="item">The item as it is now.</param>
    /// <param name="mayEdit">Whether it can be edited now.</param>
    public static ServiceProblem? OfAttachments(ServiceProblem? refused, StaffItem item, bool mayEdit) => refused switch
    {
        { Code: ChangedMeanwhile } when mayEdit => Elsewhere(refused, item, "这份草稿在别处已保存过", "附件没有改动。下面是现在的附件，请核对后再办理。"),
        { Code: ChangedMeanwhile or NotEditable } when !mayEdit => refused with
        {
            Title = item.State == ItemState.InReview ? "已送审，不能再调整附件" : "现在不能调整附件",
            Detail = item.State == ItemState.InReview ? "撤回送审后可以调整。附件没有改动。" : "这条信息已经办结或者发布。附件没有改动。",
            Code = NotEditable,
        },
        _ => refused,
    };

    /// <summary>The refusal of anything else that is done to the item. The page shows it as it is now, so nothing is to be opened
    /// beside.</summary>
    /// <param name="refused">What the service refused.</param>
    /// <param name="item">The item as it is now.</param>
    /// <param name="asked">What was to be done.</param>
    public static ServiceProblem? OfChange(ServiceProblem? refused, StaffItem item, ItemAction asked)
        => refused is { Code: ChangedMeanwhile or OnlyPublishedIsRevised or NothingToWithdraw or NothingToCheck } late
            ? Done(late, item, asked) ?? (late.Code == ChangedMeanwhile
                ? Elsewhere(late, item, "这条信息在别处已改动过", "下面是现在的内容，请看过后再办理。") with { Code = null } : late)
            : refused;

    /// <summary>What was asked for has been done already, or has become needless; null where neither is so.</summary>
    private static ServiceProblem? Done(ServiceProblem late, StaffItem item, ItemAction asked) => (asked, item) switch
    {
        (_, { State: ItemState.Withdrawn }) => Already(late, "这条信息已经撤下", item, "公众已经看不到，不必再办理。"),
        (ItemAction.Revise, { Revision: > 0, State: ItemState.Draft or ItemState.Returned })
            => Already(late, "修订已经发起", item, "可能是您的另一个页面，也可能是同事。下面就是修订稿，可以直接修改。"),
        (ItemAction.Revise, { Revision: > 0, State: ItemState.InReview })
            => Already(late, "修订稿已在审核", item, "办结之后才能再发起修订。"),
        (ItemAction.ConfirmShown, { IsToBeChecked: false })
            => Already(late, "公开版本不用再核对", item, "可能已经有人核对过，也可能公开版本已经更换。"),
        _ => null,
    };

    private static ServiceProblem Already(ServiceProblem late, string title, StaffItem item, string meaning)
        => late with { Title = title, Detail = $"最近一次改动在 {Labels.Minute(item.UpdatedAt)}，{meaning}", Code = null };

    private static ServiceProblem Elsewhere(ServiceProblem refused, StaffItem item, string title, string meaning)
        => refused with { Title = title, Detail = $"最近一次改动在 {Labels.Minute(item.UpdatedAt)}，可能是您的另一个页面，也可能是同事。{meaning}" };
}
