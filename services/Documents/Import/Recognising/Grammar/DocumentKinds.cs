using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>文种: the words with which titles end – those of the standard, of legislation, and of what offices publish besides.</summary>
internal static partial class DocumentKinds
{
    // A word that contains another stands for itself: 行政处罚决定书 is no 决定.
    private static readonly string[] Words =
    [
        .. """
        决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 会议纪要
        条例 规定 暂行规定 若干规定 办法 暂行办法 管理办法 实施办法 细则 实施细则 规则 规程 规范 章程 准则 守则 标准 制度 机制 公约 修正案 修正
        方案 实施方案 工作方案 预案 应急预案 规划 计划 要点 纲要 总结 工作总结 汇报 说明 编制说明 解读 政策解读 问答 答记者问 述职报告 年度报告 工作报告
        预算 部门预算 预算公开 预算公开说明 决算 部门决算 决算公开 决算公开说明 预算表 决算表 预算草案
        目录 清单 名单 名录 台账 一览表 统计表 情况表 汇总表 登记表 明细表 申请表 公示表 时间表 任务表 分工表 责任表 报表 流程图 流程 手册 指南 指引 导则 须知
        公示 公示公告 声明 启事 简章 简报 简介 概况 职能 机构职能 职责 主要职责 机构设置 内设机构 领导信息 领导简介 领导分工 分工 任前公示 任免 公开目录 公开指南 年报
        招标书 投标书 招标公告 招标文件 采购公告 采购文件 中标公告 成交公告 结果公告 更正公告 竞争性磋商文件 合同 协议 协议书 框架协议 备忘录
        决定书 行政处罚决定书 处罚决定书 行政许可决定书 行政复议决定书 告知书 通知书 意见书 建议书 提案 建议 答复 复函 批示 承诺书 责任书 任务书 倡议书 说明书 申请书 委托书 裁决书 责令改正通知书
        征求意见 情况 工作情况 安排 安排表 议程 日程 日程表 讲话 致辞 贺信 慰问信 感谢信 公开信 邀请函 授权书 白皮书 蓝皮书 补充规定 措施 若干措施 政策措施 政策 打算 工作打算 举措 实录 综述 评估报告 裁量基准 考核细则 评分表
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(word => word.Length),
    ];

    /// <summary>The kind with which a title ends; null when it ends with none.</summary>
    public static string? Of(string title)
    {
        var end = Squeezed.Of(title).Text;
        for (var times = 0; times < 3 && Suffix().Match(end) is { Success: true } suffix; times++) end = end[..suffix.Index];
        return Array.Find(Words, word => end.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>What may stand behind the word: （试行）, （2026年版）, a closing 》, a mark of a note.</summary>
    [GeneratedRegex(@"(\([^()]{1,30}\)|\[[^\[\]]{1,10}\]|[》>*”])$")]
    private static partial Regex Suffix();
}
