namespace Disclosure.Documents.Release.Mosaic;

/// <summary>A text that everybody can read already (已公开的文本).</summary>
/// <param name="Name">What it is called, Chinese: its title.</param>
/// <param name="Text">The text.</param>
public sealed record PublishedText(string Name, string Text);
