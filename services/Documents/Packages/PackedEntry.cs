namespace Disclosure.Documents.Packages;

/// <summary>An entry as the directory of a package states it.</summary>
/// <param name="Name">Its name with slashes.</param>
/// <param name="Method">How it is packed: 0 or 8 (deflate) are read.</param>
/// <param name="IsEncrypted">Whether only a password opens it.</param>
/// <param name="Checksum">CRC-32 of what is in it.</param>
/// <param name="PackedSize">Bytes in the file.</param>
/// <param name="Size">Bytes unpacked, as promised; no more are.</param>
/// <param name="Offset">Where its own header is.</param>
internal sealed record PackedEntry(string Name, int Method, bool IsEncrypted, uint Checksum, long PackedSize, long Size, long Offset)
{
    public bool IsDirectory => Name.EndsWith('/');

    /// <summary>The name without its directories.</summary>
    public string Leaf => Name[(Name.LastIndexOf('/') + 1)..];
}
