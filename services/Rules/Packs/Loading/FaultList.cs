using Disclosure.Rules.Answers;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>The faults found so far: the first of each file are kept to be told, the others only counted, and that not for ever.</summary>
internal sealed class FaultList
{
    /// <summary>Most faults of one file that are counted: three bytes of a file can hold seven.</summary>
    private const int MaxCounted = 10_000;

    private readonly List<PackError> told = [];
    private readonly Dictionary<string, FileFaults> files = [];

    /// <summary>Adds a fault. One of the base is found again in every pack that is merged over it and counts once.</summary>
    public void Add(string file, string path, string message)
    {
        if (!files.TryGetValue(file, out var faults)) files[file] = faults = new FileFaults();
        if (faults.Known.Count >= MaxCounted || !faults.Known.Add(Hash(path, message))) return;
        if (faults.Known.Count <= PackErrors.MaxOfFile) told.Add(new PackError(Excerpt.Of(file), path, message));
    }

    /// <summary>Whether a file has more faults than are told.</summary>
    public bool HasMore(string file) => files.TryGetValue(file, out var faults) && faults.Known.Count > PackErrors.MaxOfFile;

    /// <summary>Whether a file has so many faults that it is of no use to look for more.</summary>
    public bool IsFull(string file) => files.TryGetValue(file, out var faults) && faults.Known.Count >= MaxCounted;

    /// <summary>The faults in the order they were found, and for each file that has more a line that says how many.</summary>
    public PackErrors ToErrors()
    {
        var more = files.Where(file => HasMore(file.Key))
            .Select(file => new PackError(Excerpt.Of(file.Key), "$", More(file.Value.Known.Count)));
        return new PackErrors([.. told, .. more], files.Values.Sum(faults => faults.Known.Count));
    }

    private static (int Path, int Message) Hash(string path, string message)
        => (path.GetHashCode(StringComparison.Ordinal), message.GetHashCode(StringComparison.Ordinal));

    private static string More(int count) => $"另有{count - PackErrors.MaxOfFile}处{(count >= MaxCounted ? "以上" : "")}错误未列出";

    private sealed class FileFaults
    {
        /// <summary>Hashes instead of the faults, whose texts would take many times the memory of the file.</summary>
        public HashSet<(int Path, int Message)> Known { get; } = [];
    }
}
