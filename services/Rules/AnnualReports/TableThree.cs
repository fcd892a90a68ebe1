namespace Disclosure.Rules.AnnualReports;

/// <summary>Rows and columns of table 三. Rows are counted from 1, as in the printed form without its headings.</summary>
public static class TableThree
{
    /// <summary>Row 1: 本年新收.</summary>
    public const int Received = 1;

    /// <summary>Row 2: 上年结转.</summary>
    public const int CarriedIn = 2;

    /// <summary>Row 3: the first result, 予以公开.</summary>
    public const int FirstResult = 3;

    /// <summary>Row 22: 逾期未缴费.</summary>
    public const int FeeLapsed = 22;

    /// <summary>Row 23: the last result, 其他.</summary>
    public const int LastResult = 23;

    /// <summary>Row 24: （七）总计.</summary>
    public const int Total = 24;

    /// <summary>Row 25: 结转下年度.</summary>
    public const int CarriedOut = 25;

    /// <summary>Column 7: 总计; columns 1–6 are the applicants.</summary>
    public const int TotalColumn = 7;

    /// <summary>Names of the 25 rows.</summary>
    public static readonly IReadOnlyList<string> Rows =
    [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开",
        "（三）1.属于国家秘密", "（三）2.其他法律行政法规禁止公开", "（三）3.危及“三安全一稳定”", "（三）4.保护第三方合法权益",
        "（三）5.属于三类内部事务信息", "（三）6.属于四类过程性信息", "（三）7.属于行政执法案卷", "（三）8.属于行政查询事项",
        "（四）1.本机关不掌握相关政府信息", "（四）2.没有现成信息需要另行制作", "（四）3.补正后申请内容仍不明确",
        "（五）1.信访举报投诉类申请", "（五）2.重复申请", "（五）3.要求提供公开出版物", "（五）4.无正当理由大量反复申请",
        "（五）5.要求行政机关确认或重新出具已获取信息", "（六）1.申请人无正当理由逾期不补正", "（六）2.申请人逾期未按收费通知要求缴纳费用",
        "（六）3.其他", "（七）总计", "四、结转下年度继续办理",
    ];

    /// <summary>Names of the 7 columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

    /// <summary>JSON path of a cell.</summary>
    /// <param name="row">Row from 1.</param>
    /// <param name="column">Column from 1.</param>
    /// <returns>The path, for instance <c>table3[0][6]</c>.</returns>
    public static string Cell(int row, int column) => $"table3[{row - 1}][{column - 1}]";
}

/// <summary>Columns of table 四: three blocks of five.</summary>
public static class TableFour
{
    /// <summary>Columns of a block; the last is the total of the others.</summary>
    public const int BlockWidth = 5;

    /// <summary>Names of the three blocks.</summary>
    public static readonly IReadOnlyList<string> Blocks = ["行政复议", "未经复议直接起诉", "复议后起诉"];

    /// <summary>Names of the five columns of a block.</summary>
    public static readonly IReadOnlyList<string> Columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    /// <summary>JSON path of a cell.</summary>
    /// <param name="index">Column from 0 over all blocks.</param>
    /// <returns>The path, for instance <c>table4[4]</c>.</returns>
    public static string Cell(int index) => $"table4[{index}]";

    /// <summary>Name of a column over all blocks.</summary>
    /// <param name="index">Column from 0.</param>
    /// <returns>Block and column.</returns>
    public static string Name(int index) => $"{Blocks[index / BlockWidth]}·{Columns[index % BlockWidth]}";
}
