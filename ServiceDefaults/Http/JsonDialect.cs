using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>The one dialect of JSON that every service speaks over HTTP.</summary>
/// <remarks>What is not understood is refused and never guessed: a member that is unknown, repeated or missing, a null where a value is
/// demanded, a number in place of a code.</remarks>
internal static class JsonDialect
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new CodeConverter());
        options.Converters.Add(new StorableText());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
    }
}
