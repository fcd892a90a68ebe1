using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Encrypts what of a person stands in a column (个人信息加密): text in, text out.</summary>
/// <remarks>
/// AES-256-GCM with a nonce of its own for every value, so that equal values look different. The text names its key, so that a new key can
/// be taken while values of former ones are still read, and is bound to its place: what is moved to another row or column is not read.
/// </remarks>
public sealed class ColumnProtector
{
    /// <summary>Name of the setting with the key that is used.</summary>
    public const string KeySetting = "Protection:Key";

    /// <summary>Name of the setting with keys of before, separated by commas, which are only read with.</summary>
    public const string FormerKeysSetting = "Protection:FormerKeys";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = NonceBytes + TagBytes;
    private const char Separator = '.';

    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);
    private readonly string current;

    /// <summary>Takes the keys.</summary>
    /// <param name="key">The key that is used, 32 bytes in Base64.</param>
    /// <param name="formerKeys">Keys that values may still be encrypted with.</param>
    /// <exception cref="InvalidOperationException">The key is missing, or one of them is none.</exception>
    public ColumnProtector(string? key, params IEnumerable<string> formerKeys)
    {
        ArgumentNullException.ThrowIfNull(formerKeys);
        foreach (var former in formerKeys) Take(former, FormerKeysSetting);
        current = Take(key, KeySetting);
    }

    /// <summary>Encrypts.</summary>
    /// <param name="text">What is to be kept.</param>
    /// <param name="place">Where, for instance column and row.</param>
    /// <returns>What stands in the column: ASCII, about a half longer.</returns>
    public string Protect(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clear = Encoding.UTF8.GetBytes(text);
        var kept = new byte[Overhead + clear.Length];
        var nonce = kept.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[current], TagBytes);
        aes.Encrypt(nonce, clear, kept.AsSpan(Overhead), kept.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return $"{current}{Separator}{Base64Url.EncodeToString(kept)}";
    }

    /// <summary>Decrypts.</summary>
    /// <param name="text">What stands in the column.</param>
    /// <param name="place">Where it stands, as it was said when it was encrypted.</param>
    /// <returns>What was kept.</returns>
    /// <exception cref="CryptographicException">It was changed, stood elsewhere, or its key is not configured. The message quotes
    /// nothing of it.</exception>
    public string Unprotect(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(Separator) is not [var id, var body] || !Base64Url.IsValid(body, out var length) || length < Overhead)
            throw new CryptographicException("A protected value is not of its form.");
        if (!keys.TryGetValue(id, out var key))
            throw new CryptographicException($"A protected value needs a key that neither {KeySetting} nor {FormerKeysSetting} holds.");
        var kept = Base64Url.DecodeFromChars(body);
        var clear = new byte[kept.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(kept.AsSpan(0, NonceBytes), kept.AsSpan(Overhead), kept.AsSpan(NonceBytes, TagBytes), clear,
                Encoding.UTF8.GetBytes(place));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new CryptographicException("A protected value was changed, or stands in another place than it was kept for.");
        }

        return Encoding.UTF8.GetString(clear);
    }

    /// <summary>Whether a value is encrypted with the key that is used, and not with one of before.</summary>
    /// <param name="text">What stands in the column.</param>
    /// <returns>False where it is to be encrypted anew.</returns>
    public bool IsCurrent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(current + Separator, StringComparison.Ordinal);
    }

    /// <summary>Takes a key; its name is the beginning of its hash, which tells nothing of it.</summary>
    private string Take(string? text, string setting)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new InvalidOperationException($"{setting} is not configured.");
        var key = new byte[KeyBytes];
        if (!Convert.TryFromBase64String(text.Trim(), key, out var length) || length != KeyBytes)
            throw new InvalidOperationException($"{setting} is no key: {KeyBytes} bytes in Base64, as openssl rand -base64 32 makes them.");
        var id = Convert.ToHexStringLower(SHA256.HashData(key))[..8];
        keys[id] = key;
        return id;
    }
}
