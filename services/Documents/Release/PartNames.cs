namespace Disclosure.Documents.Release;

/// <summary>Paths of the parts of an Office file: its reader and its stripper must mean the same part by the same words.</summary>
internal static class PartNames
{
    /// <summary>The part that a list of relations belongs to, empty for the package; null for any other part.</summary>
    public static string? OwnerOf(string part)
    {
        const string folder = "_rels/", ending = ".rels";
        var leaf = part.LastIndexOf('/') + 1;
        return part.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            && part[..leaf].EndsWith(folder, StringComparison.OrdinalIgnoreCase)
            ? part[..(leaf - folder.Length)] + part[leaf..^ending.Length] : null;
    }

    /// <summary>Path of the part that a relation of another points to.</summary>
    public static string Resolved(string owner, string target)
    {
        var folder = target.StartsWith('/') ? "" : owner[..(owner.LastIndexOf('/') + 1)];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('#')[0].Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or "..")) steps.Add(step);
        return string.Join('/', steps);
    }
}
