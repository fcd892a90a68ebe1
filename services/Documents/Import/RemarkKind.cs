namespace Disclosure.Documents.Import;

/// <summary>A kind of what an import leaves out or changes.</summary>
/// <param name="Code">Its code in <see cref="ImportRemark"/>.</param>
/// <param name="Noun">What it is called in a sentence.</param>
internal sealed record RemarkKind(string Code, string Noun)
{
    public static readonly RemarkKind HiddenText = new("hidden-text", "隐藏文字");
    public static readonly RemarkKind StruckText = new("struck-text", "删除线文字");
    public static readonly RemarkKind TrackedChange = new("tracked-change", "修订");
    public static readonly RemarkKind Comment = new("comment", "批注");
    public static readonly RemarkKind Picture = new("picture", "图片");
    public static readonly RemarkKind Chart = new("chart", "图表");
    public static readonly RemarkKind Embedded = new("embedded-object", "嵌入对象");
    public static readonly RemarkKind TextBox = new("text-box", "文本框");
    public static readonly RemarkKind NestedTable = new("nested-table", "嵌套表格");
    public static readonly RemarkKind Header = new("header", "页眉页脚文字");
    public static readonly RemarkKind Watermark = new("watermark", "水印");
    public static readonly RemarkKind Contents = new("contents", "目录");
    public static readonly RemarkKind Symbol = new("symbol", "无法识别的符号");
    public static readonly RemarkKind Formula = new("formula", "公式");
    public static readonly RemarkKind Reading = new("reading", "注音");
    public static readonly RemarkKind Placeholder = new("placeholder", "未填写的控件");
    public static readonly RemarkKind Field = new("field", "域");
    public static readonly RemarkKind Note = new("note", "脚注");
    public static readonly RemarkKind Link = new("link", "链接");
    public static readonly RemarkKind OtherFile = new("other-file", "引用的其他文件");
    public static readonly RemarkKind Encoding = new("encoding", "编码");
    public static readonly RemarkKind PageFrame = new("page-frame", "网页导航和页脚");
    public static readonly RemarkKind Script = new("script", "脚本和样式");
    public static readonly RemarkKind Form = new("form", "表单控件");
}
