namespace Disclosure.Contracts.Review.Api;

/// <summary>What changed since the round before, or what the proof-reader's corrections would change (花脸稿).</summary>
/// <param name="PreviousCaseId">The round before; null at the first, or where the caller may not read it.</param>
/// <param name="Body">Pieces of the body.</param>
/// <param name="Fields">Fields whose values differ.</param>
/// <param name="Corrected">The body with the proof-reader's corrections marked; empty when there are none.</param>
/// <param name="CorrectedFields">Fields with the proof-reader's corrections made.</param>
public sealed record DifferenceView(Guid? PreviousCaseId, IReadOnlyList<PieceView> Body, IReadOnlyList<FieldDifference> Fields,
    IReadOnlyList<PieceView> Corrected, IReadOnlyList<FieldDifference> CorrectedFields);

/// <summary>A piece of text.</summary>
/// <param name="Kind">Whether it stayed, came or went.</param>
/// <param name="Text">The text.</param>
public sealed record PieceView(PieceKind Kind, string Text);

/// <summary>A field that changed.</summary>
/// <param name="Label">Label.</param>
/// <param name="Before">Value before; null when absent.</param>
/// <param name="After">Value now; null when absent.</param>
public sealed record FieldDifference(string Label, string? Before, string? After);
