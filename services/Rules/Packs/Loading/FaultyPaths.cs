namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// Places of a file whose value was missing or of the wrong shape and has been replaced, so that the rest can still be bound and validated.
/// What depends on such a place is not known and must not be reported.
/// </summary>
/// <remarks>Asked once for every fault: a question costs as many steps as a path has, however many places there are.</remarks>
internal sealed class FaultyPaths
{
    private const string Code = ".code";

    private readonly HashSet<string> paths = [];
    private readonly HashSet<string> around = [];
    private readonly HashSet<string> lists = [];

    /// <summary>Marks a place.</summary>
    public void Add(string path)
    {
        if (!paths.Add(path)) return;
        var element = path.EndsWith(Code, StringComparison.Ordinal) ? path[..^Code.Length] : path;
        if (element.EndsWith(']')) lists.Add(element[..element.LastIndexOf('[')]);
        for (var outer = Outer(path); outer.Length > 0 && around.Add(outer.ToString()); outer = Outer(outer))
        {
        }
    }

    /// <summary>Whether a value at a path, around it or below it was replaced.</summary>
    public bool Touch(string path) => around.Contains(path) || IsReplaced(path);

    /// <summary>Whether codes of a list may be unknown: the list itself, an element or an element's code was replaced.</summary>
    public bool HideCodes(string list) => lists.Contains(list) || IsReplaced(list);

    /// <summary>Whether a value at a path or around it was replaced.</summary>
    private bool IsReplaced(string path)
    {
        var replaced = paths.GetAlternateLookup<ReadOnlySpan<char>>();
        for (ReadOnlySpan<char> at = path; at.Length > 0; at = Outer(at))
            if (replaced.Contains(at)) return true;
        return false;
    }

    private static ReadOnlySpan<char> Outer(ReadOnlySpan<char> path) => path[..Math.Max(path.LastIndexOfAny('.', '['), 0)];
}
