using System.Collections;

namespace Disclosure.Rules.Packs;

/// <summary>The faults of rule packs: at most <see cref="MaxOfFile"/> of each file, then a line for each file that has more.</summary>
public sealed class PackErrors : IReadOnlyList<PackError>
{
    /// <summary>Most faults of one file that are told.</summary>
    public const int MaxOfFile = 200;

    private readonly List<PackError> told;

    internal PackErrors(List<PackError> told, int total) => (this.told, Total) = (told, total);

    /// <summary>Number of all faults, those that are not told included; of each file ten thousand are counted at most.</summary>
    public int Total { get; }

    /// <inheritdoc/>
    public int Count => this.told.Count;

    /// <inheritdoc/>
    public PackError this[int index] => this.told[index];

    /// <inheritdoc/>
    public IEnumerator<PackError> GetEnumerator() => this.told.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
