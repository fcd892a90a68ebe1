using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>What was read of a file.</summary>
/// <param name="Body">Its text, title and all, in the order in which it is read.</param>
/// <param name="Remarks">What could not be carried over or should be looked at, in the order of the text (导入说明).</param>
public sealed record ReadDocument(Body Body, IReadOnlyList<ImportRemark> Remarks);

/// <summary>Something about a file that its drafter must know: left out, changed or doubtful.</summary>
/// <param name="Code">Kind, kebab case: <c>hidden-text</c>, <c>picture</c>, <c>tracked-change</c> …</param>
/// <param name="Words">A sentence, Chinese, that says what and where.</param>
public sealed record ImportRemark(string Code, string Words);
