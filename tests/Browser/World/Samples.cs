namespace Disclosure.BrowserTests.World;

/// <summary>What a small portal holds before a test begins.</summary>
internal static class Samples
{
    public const string Notice = "关于公布2026年公共文化场馆免费开放时间的通告";

    private const string Body = """
        各县（市、区）文化和旅游主管部门，各公共文化场馆：

        为方便群众参加公共文化活动，现将2026年免费开放时间公布如下。

        <h1>一、开放时间</h1>

        <table>
        <tr><th>场馆</th><th>周二至周五</th><th>周末及节假日</th></tr>
        <tr><td>市图书馆</td><td>9:00—18:00</td><td>9:00—20:00</td></tr>
        <tr><td>市文化馆</td><td>9:00—17:30</td><td>9:30—17:00</td></tr>
        <tr><td>市博物馆</td><td>9:00—17:00</td><td>9:00—17:30</td></tr>
        </table>

        <h1>二、注意事项</h1>

        <ol>
        <li>周一闭馆，法定节假日除外；</li>
        <li>团体参观请提前三天预约。</li>
        </ol>

        <h3>联系方式</h3>

        咨询电话见各场馆入口公告栏。&lt;script&gt;document.title = "x"&lt;/script&gt;
        """;

    private static readonly (string Title, string Category, string? DocumentNumber, string Body)[] Others =
    [
        ("营业性演出审批办事指南", "licences", null, "申请营业性演出许可，请先在政务服务大厅领取申请表。\n\n办理时限为二十个工作日。"),
        ("2026年度部门预算公开说明", "budget-and-accounts", "毕文旅发〔2026〕3号", "本部门预算包括人员经费、公用经费和项目支出。"),
        ("乡镇综合文化站提升工程招标公告", "construction-projects", null, "项目采用公开招标，投标人须具备相应资质。"),
        ("旅游市场秩序专项整治工作方案", "normative-documents", "毕文旅通〔2026〕8号", "一是整治不合理低价游；二是规范旅游合同；三是畅通投诉渠道。"),
        ("公共文化服务“十五五”发展规划", "development-plans", null, "到2030年，建成覆盖城乡、便捷高效的公共文化服务网络。"),
    ];

    public static async Task PublishAsync(Editors editors)
    {
        foreach (var (title, category, documentNumber, body) in Others)
            await editors.PublishAsync("bijie", new { title, body, category, documentNumber }, "head", "deputy");
        await editors.PublishAsync("bijie", new
        {
            title = Notice,
            body = Body,
            category = "normative-documents",
            documentNumber = "毕文旅通〔2026〕12号",
            producedOn = "2026-01-05",
            keywords = new[] { "文化场馆", "免费开放" },
            summary = "公布全市公共文化场馆2026年的免费开放时间和参观注意事项。",
        }, "head", "deputy");
    }
}
