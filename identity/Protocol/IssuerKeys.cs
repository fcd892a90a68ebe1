using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>The key that signs tokens and the one that seals codes and refresh tokens.</summary>
internal sealed record IssuerKeys(RsaSecurityKey Signing, SymmetricSecurityKey Sealing)
{
    /// <summary>Reads the key file, or creates it; without a file the keys, and every session with them, end with the process.</summary>
    public static IssuerKeys Load(string? file)
    {
        var rsa = RSA.Create(2048);
        if (file is not null && File.Exists(file)) rsa.ImportFromPem(File.ReadAllText(file));
        else if (file is not null) Save(rsa, file);
        // Derived, so that one file keeps both.
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, rsa.ExportRSAPrivateKey(), 32, info: "codes and refresh tokens"u8.ToArray());
        return new IssuerKeys(new RsaSecurityKey(rsa), new SymmetricSecurityKey(secret));
    }

    private static void Save(RSA rsa, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(rsa.ExportPkcs8PrivateKeyPem());
    }
}
