using Disclosure.Rules.Scanning;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>A number in a line: where it stands, and what its digits are parted by.</summary>
internal sealed record Planted(SensitiveKind Kind, int Start, int Length, string Separator, string Form);

/// <summary>A line of which is known what a person would take for personal in it.</summary>
internal sealed record LabelledLine(string Text, IReadOnlyList<Planted> Planted, string Origin);
