namespace Disclosure.Rules.Scanning;

/// <summary>A mark of secrecy (密级标志) in a text.</summary>
/// <param name="Level">秘密, 机密 or 绝密.</param>
/// <param name="Text">The mark as recognised, without spaces and markup.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record SecrecyMark(string Level, string Text, int Line);
