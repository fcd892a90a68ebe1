using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>Something found in what would leave: all finds of a kind in one place.</summary>
/// <param name="Place">Code of the place: that of a field, <c>body</c>, or <c>file-</c> with the first 16 digits of the digest.</param>
/// <param name="Label">Name of the place, Chinese.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">What it does to the release.</param>
/// <param name="Count">How often, from 1.</param>
/// <param name="Spots">Where, at most <see cref="MaxSpots"/>, in the order of the text.</param>
public sealed record ReleaseFinding(string Place, string Label, ReleaseKind Kind, ReleaseLevel Level, int Count,
    IReadOnlyList<ReleaseSpot> Spots)
{
    /// <summary>Spots that are listed; <see cref="Count"/> says how many there are.</summary>
    public const int MaxSpots = 20;

    private const string FilePrefix = "file-";

    /// <summary>Whether it was found in a file or its name.</summary>
    public bool IsOfFile => Place.StartsWith(FilePrefix, StringComparison.Ordinal);

    /// <summary>What an answer names: place and kind; the same again for the same content.</summary>
    public string Key => $"{Place}/{Codes.Of(Kind)}";

    /// <summary>Place of a file, by its digest: it stays the same when attachments change their order.</summary>
    /// <param name="digest">SHA-256, lower-case hex.</param>
    /// <returns>The code.</returns>
    public static string PlaceOf(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return FilePrefix + digest[..16];
    }
}

/// <summary>One find.</summary>
/// <param name="Words">What was found, personal data only masked.</param>
/// <param name="Where">Where in the place, Chinese: “第 3 页”; empty where the line says it.</param>
/// <param name="Line">Line of the text, from 1; null where it is no text.</param>
public sealed record ReleaseSpot(string Words, string Where, int? Line)
{
    /// <inheritdoc/>
    public override string ToString() => (Where, Line) switch
    {
        ("", null) => Words,
        ("", { } line) => $"{Words}（第 {line} 行）",
        (var where, null) => $"{Words}（{where}）",
        (var where, { } line) => $"{Words}（{where}，第 {line} 行）",
    };
}

/// <summary>What a finding does to a release.</summary>
public enum ReleaseLevel
{
    /// <summary>提示: nothing.</summary>
    Note,

    /// <summary>须逐项确认: it is masked (遮盖), or a named person says why it must be public (确需公开).</summary>
    Answer,

    /// <summary>禁止: nobody can release it.</summary>
    Block,
}
