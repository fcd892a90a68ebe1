using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Reads whole numbers however they are written: to JSON Schema 2027.0 is an integer too.</summary>
internal sealed class WholeNumber : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType != JsonTokenType.Number ? throw new JsonException()
        : reader.TryGetInt32(out var number) ? number
        : reader.TryGetDecimal(out var written) && written == decimal.Truncate(written) && written is >= int.MinValue and <= int.MaxValue
            ? (int)written : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
