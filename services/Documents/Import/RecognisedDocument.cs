using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>What was recognised in a document: proposals to its drafter, who sees every field before anything is submitted.</summary>
/// <param name="Title">标题.</param>
/// <param name="Body">正文 without what became the title.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ProducedOn">成文日期.</param>
/// <param name="IssuingOrgan">发文机关.</param>
public sealed record RecognisedDocument(string Title, Body Body, string? DocumentNumber, DateOnly? ProducedOn, string? IssuingOrgan);
