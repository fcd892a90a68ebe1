namespace Disclosure.Kernel;

/// <summary>Why a service asks for a draft (拟公开的缘由).</summary>
public enum DraftPurpose
{
    /// <summary>多人申请同一信息 (条例第四十四条).</summary>
    AskedByMany,

    /// <summary>公开的来信答复.</summary>
    PublishedAnswer,

    /// <summary>工作年度报告及其他报告.</summary>
    Report,

    /// <summary>意见采纳情况、评议结果等公告.</summary>
    Announcement,
}
