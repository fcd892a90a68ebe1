using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Staff = Disclosure.Kernel.People.Roles;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>The one-time codes (一次性口令, RFC 6238) of the demonstration accounts.</summary>
internal static class OneTimeCode
{
    /// <summary>The role of <c>disclosure-api</c> that demands one.</summary>
    public const string Role = "one-time-code";

    /// <summary>The staff roles that contain it.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Staff.Discipline, Staff.SystemAdmin, Staff.SecurityAdmin, Staff.AuditAdmin];

    public static string Now()
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps and Keycloak compute; it is a MAC, not a hash.
        var mac = HMACSHA1.HashData("disclosure"u8, step);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0xF)) & int.MaxValue;
        return (code % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
