namespace Disclosure.Documents.Release;

/// <summary>A relation of an Office file within the package.</summary>
/// <param name="Owner">The part that points, empty for the package.</param>
/// <param name="Type">Its type in full.</param>
/// <param name="Target">Path of the part it points to.</param>
internal readonly record struct PartLink(string Owner, string Type, string Target)
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    /// <summary>Whether it is a relation that the standard defines by this word, and not one that only ends like it.</summary>
    public bool Is(string word) => Type == Transitional + word || Type == Strict + word;
}
