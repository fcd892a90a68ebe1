using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Kernel;

namespace Disclosure.Rules.Answers;

/// <summary>One JSON form for the command line and HTTP: camelCase names, codes in kebab case, Chinese as it is, every member present, null
/// where it has no value.</summary>
public static class RulesJson
{
    /// <summary>The options.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new CodeConverter() },
    };

    /// <summary>The same form over several lines, for a pack that somebody reads.</summary>
    public static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };
}

/// <summary>An answer, or every reason why there is none.</summary>
/// <typeparam name="T">The answer's type.</typeparam>
/// <param name="Value">The answer; null when there are errors.</param>
/// <param name="Errors">Errors, Chinese.</param>
public sealed record Answer<T>(T? Value, IReadOnlyList<string> Errors)
    where T : class
{
    internal static Answer<T> Of(T value) => new(value, []);

    internal static Answer<T> No(params string[] errors) => new(null, errors);
}
