namespace Disclosure.Kernel;

/// <summary>What is changed as a whole, by one command at a time: an item, a review case, a delegation.</summary>
public interface IAggregate
{
    /// <summary>Its identity.</summary>
    Guid Key { get; }

    /// <summary>Counts its changes from 1, so that of two simultaneous ones the second is refused. Kept by whoever saves it, never by the
    /// domain.</summary>
    int Version { get; }
}
