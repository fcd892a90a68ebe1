using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Kernel.Auditing;

/// <summary>A line of an export (审计导出): one entry as JSON.</summary>
public static class AuditLine
{
    /// <summary>Longest line, bytes without the line end: several times what an entry may hold.</summary>
    public const int MaxBytes = 4 * 1_048_576;

    // What is not hashed is not taken: an unknown or repeated member could tell a reader something that the chain does not vouch for.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes an entry without a line end.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>JSON, UTF-8.</returns>
    public static byte[] Write(AuditRecord entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Json);

    /// <summary>Reads an entry.</summary>
    /// <param name="line">A line without its end.</param>
    /// <returns>The entry, or null when the line is not exactly one.</returns>
    public static AuditRecord? Read(ReadOnlySequence<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var entry = JsonSerializer.Deserialize<AuditRecord>(ref reader, Json);
            return reader.Read() ? null : entry;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
