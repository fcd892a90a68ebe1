namespace Disclosure.Documents.Bodies;

/// <summary>What stands in a line of a body.</summary>
public abstract record Inline;

/// <summary>Characters that are set alike.</summary>
/// <param name="Text">The characters, exactly; without line ends.</param>
/// <param name="Marks">How they are set.</param>
/// <param name="Address">Where a click leads; null for text that is no link. Only what <c>Addresses</c> lets through is kept.</param>
public sealed record TextRun(string Text, Marks Marks = Marks.None, string? Address = null) : Inline;

/// <summary>A new line within a paragraph (换行).</summary>
public sealed record LineBreak : Inline;

/// <summary>The mark of a footnote (脚注引用) in the text.</summary>
/// <param name="Number">Which of the body's notes, from 1; the note has the mark that is shown.</param>
public sealed record NoteReference(int Number) : Inline;
