namespace Disclosure.Contracts.Facts;

/// <summary>Which cells of tables and statistics a fact feeds.</summary>
/// <param name="cells">Codes of <see cref="StatisticalCells"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FeedsAttribute(params string[] cells) : Attribute
{
    /// <summary>Codes of the cells.</summary>
    public IReadOnlyList<string> Cells { get; } = cells;
}
