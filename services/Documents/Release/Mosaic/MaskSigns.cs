using System.Buffers;

namespace Disclosure.Documents.Release.Mosaic;

/// <summary>Signs that people mask with.</summary>
internal static class MaskSigns
{
    public static readonly SearchValues<char> All = SearchValues.Create("*＊×█■●•_xX");
}
