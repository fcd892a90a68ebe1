namespace Disclosure.Rules.Scanning;

/// <summary>What a mark says of who may see a paper, apart from the levels of state secrets.</summary>
public enum HandlingKind
{
    /// <summary>工作秘密 (保守国家秘密法第六十四条).</summary>
    WorkSecret,

    /// <summary>不予公开、不宜公开、此件不公开: the disclosure attribute of the paper (发文的公开属性).</summary>
    Withheld,

    /// <summary>依申请公开: the same attribute, on application only.</summary>
    OnApplication,

    /// <summary>内部资料、内部使用、注意保存、请勿外传.</summary>
    Internal,
}

/// <summary>A mark of handling in a text; whoever publishes weighs it, it forbids nothing by itself.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Text">The mark as recognised, without spaces and markup.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record HandlingMark(HandlingKind Kind, string Text, int Line);
