using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>What was recognised in a document: proposals to its drafter, who sees every field before anything is submitted.</summary>
/// <remarks>The body lacks the lines that became fields – 文号, title, “××文件” – and nothing else.</remarks>
/// <param name="Title">标题; empty for a document without text.</param>
/// <param name="Body">正文.</param>
/// <param name="DocumentNumber">发文字号, in its normal form: 〔〕, no spaces, digits of half width.</param>
/// <param name="IssuingOrgan">发文机关; joint organs are parted by a space, the main one first (主办机关在前).</param>
/// <param name="ProducedOn">成文日期: never after today.</param>
/// <param name="Kind">文种: 通知, 应急预案, 部门预算 …</param>
/// <param name="Keywords">主题词, as the document lists them.</param>
/// <param name="Attribute">公开属性 that the document says of itself (此件公开发布).</param>
/// <param name="Remarks">What was said on reading, and what is doubtful or was not proposed.</param>
public sealed record RecognisedDocument(
    Recognised<string> Title,
    Body Body,
    Recognised<string>? DocumentNumber,
    Recognised<string>? IssuingOrgan,
    Recognised<DateOnly>? ProducedOn,
    Recognised<string>? Kind,
    Recognised<IReadOnlyList<string>>? Keywords,
    Recognised<DisclosureAttribute>? Attribute,
    IReadOnlyList<ImportRemark> Remarks);
