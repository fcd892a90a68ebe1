using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>How a child answers: length of the JSON, length of the bytes, the JSON, the bytes. An answer that ends early is none.</summary>
internal static class PreparationAnswer
{
    private const int HeadBytes = sizeof(int) + sizeof(long);

    /// <summary>More than the text that is read takes in JSON.</summary>
    private const int MaxJson = 256 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream output, Outcome<FileReading> reading, ReadOnlyMemory<byte> bytes)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Told(reading.Value, reading.Failure), Json);
        var length = reading.Failure is null ? bytes.Length : 0;
        var head = new byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, json.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(sizeof(int)), length);
        await output.WriteAsync(head);
        await output.WriteAsync(json);
        await output.WriteAsync(bytes[..length]);
    }

    /// <summary>Reads an answer; null for one that is none.</summary>
    public static async Task<Outcome<FileReading>?> ReadAsync(Stream output, Stream bytes, CancellationToken cancellation)
    {
        try
        {
            var head = new byte[HeadBytes];
            await output.ReadExactlyAsync(head, cancellation);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < 0 or > MaxJson) return null;
            var json = new byte[length];
            await output.ReadExactlyAsync(json, cancellation);
            if (!await CopyAsync(output, bytes, BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(sizeof(int))),
                cancellation)) return null;
            return JsonSerializer.Deserialize<Told>(json, Json) switch
            {
                { Failure: { } failure } => failure,
                { Reading: { Passages: not null, Traits: not null } reading } => reading,
                _ => null,
            };
        }
        catch (Exception failure) when (failure is EndOfStreamException or JsonException)
        {
            return null;
        }
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, long length, CancellationToken cancellation)
    {
        var buffer = new byte[80 * 1024];
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if ((length -= read) < 0) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return length == 0;
    }

    /// <summary>What the child says, as JSON.</summary>
    private sealed record Told(FileReading? Reading, Failure? Failure);
}
