using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Whose element it is.</summary>
internal enum Space
{
    /// <summary>WordprocessingML.</summary>
    Word,

    /// <summary>Formulas (OMML).</summary>
    Math,

    /// <summary>Drawings, older shapes, extensions.</summary>
    Other,
}

/// <summary>Hears the elements of a part, one after the other.</summary>
internal interface IXmlListener
{
    /// <summary>An element begins; false leaves out everything in it, and its end.</summary>
    bool Start(XmlReader element, Space space);

    void Characters(string text);

    void End(string element, Space space);
}
