using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>What a stream is for, by where it is named: its own words on that are few, and need not be true.</summary>
internal enum PdfRole
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>It is drawn: an appearance, a page.</summary>
    Drawn,

    /// <summary>A letter of a font that is drawn.</summary>
    Glyph,

    /// <summary>Numbers: a font, a profile of colours, a table.</summary>
    Data,

    /// <summary>A program or table in letters: a font of the first kind, what codes mean.</summary>
    Program,

    /// <summary>A part of a picture, or one among resources.</summary>
    Picture,

    /// <summary>Read elsewhere.</summary>
    Told,
}

/// <summary>The roles of the streams of a PDF.</summary>
/// <param name="contents">Its objects.</param>
internal sealed class PdfRoles(PdfContents contents)
{
    private static readonly HashSet<string> DataKeys = new(StringComparer.Ordinal)
    {
        "FontFile2", "FontFile3", "CIDToGIDMap", "CIDSet", "DestOutputProfile", "JBIG2Globals", "Cert", "Certs", "CRL", "CRLs", "OCSP",
        "OCSPs", "TS",
    };

    private static readonly HashSet<string> ProgramKeys = new(StringComparer.Ordinal) { "FontFile", "ToUnicode", "Encoding", "UseCMap" };

    private readonly Dictionary<IndirectReference, (PdfRole Role, DictionaryToken? Resources)> roles = [];
    private readonly HashSet<IndirectReference> named = [];

    public (PdfRole Role, DictionaryToken? Resources) Of(IndirectReference stream) => roles.GetValueOrDefault(stream);

    /// <summary>Whether anything names an object: the parts of the file's own structure stand by themselves.</summary>
    public bool IsNamed(IndirectReference reference) => named.Contains(reference);

    public void Note(IndirectReference reference) => named.Add(reference);

    public void Note(DictionaryToken dictionary)
    {
        var data = dictionary.Data;
        foreach (var (key, value) in data)
        {
            if (DataKeys.Contains(key)) All(value, PdfRole.Data, null, 0);
            else if (ProgramKeys.Contains(key)) All(value, PdfRole.Program, null, 0);
            else if (key == "AP") All(value, PdfRole.Drawn, null, 0);
            else if (key == "CharProcs") All(value, PdfRole.Glyph, contents.Entry<DictionaryToken>(dictionary, "Resources"), 0);
            else if (key == "Contents" && contents.Name(data, "Type") == "Page")
                All(value, PdfRole.Drawn, contents.Entry<DictionaryToken>(dictionary, "Resources"), 0);
            else if (key is "SMask" or "Mask" or "Alternates" or "Thumb") All(value, PdfRole.Picture, null, 0);
            else if (key == "XObject") All(value, PdfRole.Picture, null, 0);
            else if (key == "JS") All(value, PdfRole.Told, null, 0);
        }
    }

    /// <summary>Spaces of colours are arrays that name their profile or table.</summary>
    public void Note(ArrayToken array)
    {
        if (array.Length > 1 && array.Data[0] is NameToken { Data: "ICCBased" or "Indexed" or "I" }) All(array, PdfRole.Data, null, 0);
    }

    private void All(IToken value, PdfRole role, DictionaryToken? resources, int depth)
    {
        if (depth > 3) return;
        var found = contents.Resolved(value);
        if (value is IndirectReferenceToken reference && found is StreamToken)
        {
            // What is drawn anywhere is read as that.
            if (!roles.TryGetValue(reference.Data, out var known) || known.Role > role) roles[reference.Data] = (role, resources);
        }
        else if (found is DictionaryToken dictionary)
        {
            foreach (var item in dictionary.Data.Values) All(item, role, resources, depth + 1);
        }
        else if (found is ArrayToken array)
        {
            foreach (var item in array.Data) All(item, role, resources, depth + 1);
        }
    }
}
