namespace Disclosure.Contracts.Facts;

/// <summary>A cell, or a block of cells that one rule fills.</summary>
/// <param name="Code">Stable code; its beginning says where: <c>annual.2</c> is table 二 of the annual report.</param>
/// <param name="Name">Name as printed.</param>
public sealed record StatisticalCell(string Code, string Name);

/// <summary>What is counted anywhere: the statutory tables, the website report, the statistics.</summary>
/// <remarks>The website report's cells are those of the form in use; no official text of it was found, so they stay configurable.</remarks>
public static class StatisticalCells
{
    /// <summary>政府信息公开工作年度报告 (国办公开办函〔2021〕30号, and 毕节's eleven contents, rules 146–156).</summary>
    public static IReadOnlyList<StatisticalCell> AnnualReport { get; } =
    [
        new("annual.1.items", "一、主动公开信息总数和各类数量"),
        new("annual.1.channels", "一、各公开渠道的数量"),
        new("annual.1.visits", "一、专栏访问量"),
        new("annual.1.reading-rooms", "一、查阅场所接待人次"),
        new("annual.1.applications", "一、受理、答复、不予公开的申请数量"),
        new("annual.1.remedies", "一、行政复议、诉讼及结果"),
        new("annual.1.fees", "一、收费和减免"),
        new("annual.1.training", "一、培训、听取汇报"),
        new("annual.2.regulations.made", "二（一）规章：本年制发件数"),
        new("annual.2.regulations.abolished", "二（一）规章：本年废止件数"),
        new("annual.2.regulations.in-force", "二（一）规章：现行有效件数"),
        new("annual.2.normative.made", "二（一）行政规范性文件：本年制发件数"),
        new("annual.2.normative.abolished", "二（一）行政规范性文件：本年废止件数"),
        new("annual.2.normative.in-force", "二（一）行政规范性文件：现行有效件数"),
        new("annual.2.licences", "二（五）行政许可：本年处理决定数量"),
        new("annual.2.penalties", "二（六）行政处罚：本年处理决定数量"),
        new("annual.2.coercions", "二（六）行政强制：本年处理决定数量"),
        new("annual.2.fees", "二（八）行政事业性收费：本年收费金额（万元）"),
        new("annual.3.received", "三 第1行：本年新收"),
        new("annual.3.carried-in", "三 第2行：上年结转"),
        new("annual.3.results", "三 第3至23行：办理结果"),
        new("annual.3.total", "三 第24行：总计"),
        new("annual.3.carried-out", "三 第25行：结转下年度"),
        new("annual.4.reconsideration", "四 行政复议：维持、纠正、其他、尚未审结、总计"),
        new("annual.4.direct-suit", "四 未经复议直接起诉：同上五列"),
        new("annual.4.suit-after-reconsideration", "四 复议后起诉：同上五列"),
        new("annual.6.processing-fees", "六、信息处理费"),
    ];

    /// <summary>政府网站工作年度报表.</summary>
    public static IReadOnlyList<StatisticalCell> WebsiteReport { get; } =
    [
        new("web.visits", "网站总访问量"),
        new("web.visitors", "独立用户访问总量"),
        new("web.posts.total", "信息发布：总数"),
        new("web.posts.overview", "信息发布：概况类信息更新量"),
        new("web.posts.news", "信息发布：政务动态信息更新量"),
        new("web.posts.catalogue", "信息发布：信息公开目录信息更新量"),
        new("web.columns.kept", "专栏专题：维护数量"),
        new("web.columns.new", "专栏专题：新开设数量"),
        new("web.interpretations", "解读回应：解读信息发布数量"),
        new("web.responses", "解读回应：回应公众关注热点或重大舆情数量"),
        new("web.services.matters", "办事服务：政务服务事项数量"),
        new("web.services.online", "办事服务：可全程在线办理数量"),
        new("web.services.handled", "办事服务：办件量（自然人、法人）"),
        new("web.messages.received", "互动交流：收到留言数量"),
        new("web.messages.closed", "互动交流：办结留言数量"),
        new("web.messages.average-days", "互动交流：平均办理时间"),
        new("web.messages.published", "互动交流：公开答复数量"),
        new("web.surveys.held", "互动交流：征集调查期数"),
        new("web.surveys.opinions", "互动交流：收到意见数量"),
        new("web.surveys.results", "互动交流：公布调查结果期数"),
        new("web.interviews.held", "互动交流：在线访谈期数"),
        new("web.interviews.questions", "互动交流：网民留言数量"),
        new("web.interviews.answers", "互动交流：答复网民提问数量"),
        new("web.security.checks", "安全防护：检测评估次数"),
        new("web.security.found", "安全防护：发现问题数量"),
        new("web.security.mended", "安全防护：问题整改数量"),
        new("web.security.drills", "安全防护：应急演练"),
        new("web.media.posts", "移动新媒体：信息发布量"),
        new("web.media.followers", "移动新媒体：关注量"),
    ];

    /// <summary>统计 of the public page and of the staff board.</summary>
    public static IReadOnlyList<StatisticalCell> Statistics { get; } =
    [
        new("stat.items.published", "公开信息：按分类、月份、单位"),
        new("stat.items.revised", "公开信息：更新"),
        new("stat.items.withdrawn", "公开信息：撤下"),
        new("stat.items.on-time", "公开信息：按时率"),
        new("stat.items.overdue", "公开信息：逾期未公开、未更新"),
        new("stat.items.interpreted", "公开信息：解读、预公开"),
        new("stat.inspection.stale", "网站自查：栏目更新"),
        new("stat.inspection.unanswered", "网站自查：留言超期未复"),
        new("stat.applications.received", "申请：按渠道、申请人、月份"),
        new("stat.applications.steps", "申请：补正、征求意见、延长"),
        new("stat.applications.results", "申请：按结果"),
        new("stat.applications.on-time", "申请：按时率"),
        new("stat.applications.days", "申请：办理天数（中位数、九成）"),
        new("stat.applications.pending", "申请：未办结及最久者"),
        new("stat.applications.overdue", "申请：逾期"),
        new("stat.applications.served", "申请：送达"),
        new("stat.applications.fees", "申请：信息处理费"),
        new("stat.remedies.received", "复议、诉讼：收到"),
        new("stat.remedies.answered", "复议、诉讼：按时答复"),
        new("stat.remedies.results", "复议、诉讼：结果"),
        new("stat.letters.received", "来信：按来源、月份"),
        new("stat.letters.kinds", "来信：按诉求类型"),
        new("stat.letters.classes", "来信：按事项分类"),
        new("stat.letters.steps", "来信：延期、退单、催办"),
        new("stat.letters.on-time", "来信：按时率"),
        new("stat.letters.overdue", "来信：逾期"),
        new("stat.letters.days", "来信：办理天数（中位数、九成）"),
        new("stat.letters.pending", "来信：未办结及最久者"),
        new("stat.letters.ends", "来信：办结方式"),
        new("stat.letters.redone", "来信：重办"),
        new("stat.letters.satisfaction", "来信：满意度"),
        new("stat.reviews.opened", "审核：送审、再次送审"),
        new("stat.reviews.steps", "审核：各环节意见"),
        new("stat.reviews.outcomes", "审核：通过、退回"),
        new("stat.reviews.on-time", "审核：按时率"),
        new("stat.reviews.overdue", "审核：逾期"),
        new("stat.reviews.days", "审核：办理天数（中位数、九成）"),
        new("stat.reviews.pending", "审核：在办"),
        new("stat.supervision.urged", "监督：催办、督促"),
        new("stat.supervision.bypassed", "监督：越级放行"),
        new("stat.submissions.received", "信息报送：按单位、类别、月份"),
        new("stat.submissions.on-time", "信息报送：按时率"),
        new("stat.submissions.accepted", "信息报送：采编"),
        new("stat.submissions.adopted", "信息报送：采用"),
        new("stat.submissions.points", "信息报送：得分、扣分"),
        new("stat.submissions.quota", "信息报送：任务完成"),
        new("stat.enforcement.published", "行政执法公示：数量"),
        new("stat.enforcement.on-time", "行政执法公示：按时率"),
        new("stat.enforcement.revoked", "行政执法公示：变更、撤销后撤下"),
        new("stat.consultations.held", "意见征集：次数"),
        new("stat.consultations.opinions", "意见征集：意见数量"),
        new("stat.consultations.adopted", "意见征集：采纳"),
        new("stat.meetings.held", "会议公开、听证、访谈"),
        new("stat.opinions.logged", "舆情：登记"),
        new("stat.opinions.responded", "舆情：回应"),
        new("stat.opinions.on-time", "舆情：按时回应"),
        new("stat.promises.made", "承诺：作出"),
        new("stat.promises.kept", "承诺：兑现、说明"),
        new("stat.promises.overdue", "承诺：逾期"),
        new("stat.duties.done", "年度职责：完成"),
        new("stat.places.readers", "查阅场所：接待"),
    ];

    /// <summary>Every cell.</summary>
    public static IReadOnlyList<StatisticalCell> All { get; } = [.. AnnualReport, .. WebsiteReport, .. Statistics];
}
