using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Reads text, of a request or of a service's answer, and refuses what cannot be stored, sent and shown everywhere: U+0000,
/// halves of surrogate pairs, noncharacters.</summary>
/// <remarks>Further in it would be a failed statement, whose words in two logs quote the text around it.</remarks>
internal sealed class StorableText : JsonConverter<string>
{
    private const string Unstorable = "The text contains a character that cannot be kept.";

    /// <summary>Whether reading ended at a text that cannot be stored.</summary>
    public static bool IsRefusal(JsonException failure) => failure.Message.StartsWith(Unstorable, StringComparison.Ordinal);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        // The reader itself refuses half a pair.
        return Checked(reader.GetString());
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Checked(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        => writer.WritePropertyName(value);

    private static string? Checked(string? text)
        => text is not null && !EnteredText.IsStorable(text) ? throw new JsonException(Unstorable) : text;
}
