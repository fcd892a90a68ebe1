namespace Disclosure.Contracts.Review.Api;

/// <summary>What changed since the round before, or what the proof-reader's corrections would change (花脸稿).</summary>
/// <param name="PreviousCaseId">The round before; null at the first, or where the caller may not read it.</param>
/// <param name="Body">Pieces of the body.</param>
/// <param name="Fields">Fields whose values differ.</param>
/// <param name="Corrected">The body with the proof-reader's corrections marked; empty when there are none.</param>
/// <param name="CorrectedFields">Fields with the proof-reader's corrections made.</param>
/// <param name="Files">附件 that came, went or were replaced.</param>
public sealed record DifferenceView(Guid? PreviousCaseId, IReadOnlyList<PieceView> Body, IReadOnlyList<FieldDifference> Fields,
    IReadOnlyList<PieceView> Corrected, IReadOnlyList<FieldDifference> CorrectedFields,
    IReadOnlyList<FileDifference> Files);

/// <summary>A piece of text.</summary>
/// <param name="Kind">Whether it stayed, came or went.</param>
/// <param name="Text">The text.</param>
public sealed record PieceView(PieceKind Kind, string Text);

/// <summary>A field that changed.</summary>
/// <param name="Label">Label.</param>
/// <param name="Before">Value before; null when absent.</param>
/// <param name="After">Value now; null when absent.</param>
public sealed record FieldDifference(string Label, string? Before, string? After);

/// <summary>A file that came, went or was replaced (附件的变化).</summary>
/// <param name="Before">The file before; null where it was added.</param>
/// <param name="After">The file now; null where it was removed.</param>
public sealed record FileDifference(FileVersionView? Before, FileVersionView? After);

/// <summary>A file of one round.</summary>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256 of the bytes, by which <c>cases/{id}/files/{digest}</c> opens it.</param>
public sealed record FileVersionView(string Name, long Size, string Digest);
