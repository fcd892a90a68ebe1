using System.Globalization;
using Disclosure.Documents.Storing;

namespace Disclosure.Gateway.Portal;

/// <summary>What readers are told of a file before they fetch it.</summary>
internal static class FileWords
{
    private const double Kilo = 1024;

    private static readonly Dictionary<string, string> Names = Enum.GetValues<AttachedType>()
        .ToDictionary(AttachedTypes.MediaType, AttachedTypes.Name, StringComparer.Ordinal);

    /// <summary>Its kind and size: “PDF 文件，1.2 MB”.</summary>
    /// <param name="mediaType">Media type.</param>
    /// <param name="size">Bytes.</param>
    /// <returns>The words; the size alone of a type that has no name.</returns>
    public static string Of(string mediaType, long size)
        => Names.TryGetValue(mediaType, out var name) ? $"{name}，{Size(size)}" : Size(size);

    /// <summary>A size with as many digits as it is worth.</summary>
    /// <param name="size">Bytes.</param>
    /// <returns>The size with its unit.</returns>
    public static string Size(long size) => size switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{size} 字节"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(size / Kilo):0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size / Kilo / Kilo:0.0} MB"),
    };
}
