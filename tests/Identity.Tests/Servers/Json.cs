using System.Text;
using System.Text.Json;

namespace Disclosure.Identity.Tests.Servers;

internal static class Json
{
    public static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    public static string Text(this JsonElement json, string name)
        => json.TryGetProperty(name, out var value) ? value.GetString()!
        : throw new InvalidOperationException($"There is no {name} in {json}");

    /// <summary>The payload of a JWT.</summary>
    public static JsonElement Payload(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return Parse(Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))));
    }
}
