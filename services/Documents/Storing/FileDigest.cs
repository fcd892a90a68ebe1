using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Disclosure.Documents.Storing;

/// <summary>The name of a file's bytes: their SHA-256, 64 lower-case hex digits. Nothing else names a stored file, so none can be changed
/// under its name.</summary>
public readonly record struct FileDigest
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private FileDigest(string value) => Value = value;

    /// <summary>64 lower-case hex digits.</summary>
    public string Value => field ?? throw new InvalidOperationException("A digest that was never computed.");

    /// <summary>The digest of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Their digest.</returns>
    public static FileDigest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The digest that a hash makes.</summary>
    internal static FileDigest Of(IncrementalHash hash) => new(Convert.ToHexStringLower(hash.GetHashAndReset()));

    /// <summary>Reads a written digest; anything but 64 lower-case hex digits is none, so that it can be part of a path.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="digest">The digest.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FileDigest digest)
    {
        var fits = text is { Length: SHA256.HashSizeInBytes * 2 } && !text.AsSpan().ContainsAnyExcept(Digits);
        digest = fits ? new FileDigest(text!) : default;
        return fits;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
