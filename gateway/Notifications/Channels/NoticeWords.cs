using System.Diagnostics;
using Disclosure.Contracts.Work;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>What a notice tells of, in a word or two.</summary>
internal static class NoticeWords
{
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Offered => "待审核",
        NoticeKind.Urged => "催办",
        NoticeKind.Stuck => "无人可办",
        NoticeKind.Held => "暂缓",
        NoticeKind.Returned => "退回",
        NoticeKind.Rejected => "不予通过",
        NoticeKind.Published => "已发布",
        NoticeKind.TakenDown => "已撤下",
        NoticeKind.Recalled => "撤回送审",
        NoticeKind.Failed => "办理出错",
        NoticeKind.SubstitutionOffered => "授权待确认",
        NoticeKind.SubstitutionAgreed => "授权生效",
        NoticeKind.SubstitutionRevoked => "授权撤销",
        _ => throw new UnreachableException(),
    };
}
