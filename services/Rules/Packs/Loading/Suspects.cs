using System.Text.RegularExpressions;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// Places of a file whose value was missing or of the wrong shape and has been replaced, so that the rest can still be bound and validated.
/// What depends on such a place is not known and must not be reported.
/// </summary>
internal sealed partial class Suspects
{
    private readonly HashSet<string> _paths = [];

    /// <summary>Marks a place.</summary>
    public void Add(string path) => _paths.Add(path);

    /// <summary>Whether a value at a path, around it or below it was replaced.</summary>
    public bool Touch(string path) => _paths.Any(suspect => IsWithin(suspect, path) || IsWithin(path, suspect));

    /// <summary>Whether codes of a list may be unknown: the list itself, an element or an element's code was replaced.</summary>
    public bool HideCodes(string list) => _paths.Any(suspect =>
        IsWithin(list, suspect) || (suspect.StartsWith(list + "[", StringComparison.Ordinal) && Element().IsMatch(suspect.AsSpan(list.Length))));

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    [GeneratedRegex(@"^\[[0-9]+\](\.code)?$")]
    private static partial Regex Element();
}
