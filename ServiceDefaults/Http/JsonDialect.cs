using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>The one dialect of JSON that every service speaks over HTTP.</summary>
/// <remarks>What is not understood is refused and never guessed: a member that is unknown, repeated or missing, a null where a value is
/// demanded, a number in place of a code.</remarks>
public static class JsonDialect
{
    /// <summary>How the gateway reads and writes it: a service that is newer may say more, one that says less than its contract is out of
    /// order.</summary>
    public static readonly JsonSerializerOptions Client = ForClients();

    internal static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new CodeConverter());
        options.Converters.Add(new StorableText());
        options.Converters.Add(new WholeNumber());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
    }

    private static JsonSerializerOptions ForClients()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
