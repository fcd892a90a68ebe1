namespace Disclosure.Contracts.Review.Api;

/// <summary>Whether a piece of text stayed, came or went (花脸稿).</summary>
public enum PieceKind
{
    /// <summary>未改.</summary>
    Same,

    /// <summary>新增.</summary>
    Added,

    /// <summary>删去.</summary>
    Removed,
}
