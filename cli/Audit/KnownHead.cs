using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cli.Audit;

/// <summary>The hash of an entry that was kept elsewhere (另行保存的校验值), with its position where that was kept too.</summary>
internal sealed partial record KnownHead(long? Position, string Hash)
{
    /// <summary>Reads <c>hash</c> or <c>position:hash</c>, as <c>audit verify</c> and <c>audit export</c> print it.</summary>
    /// <returns>Null when it is neither.</returns>
    public static KnownHead? Parse(string text)
        => Form().Match(text) is { Success: true } match
        && (!match.Groups["position"].Success
        || long.TryParse(match.Groups["position"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new KnownHead(match.Groups["position"].Success ? long.Parse(match.Groups["position"].Value, CultureInfo.InvariantCulture)
            : null, match.Groups["hash"].Value)
            : null;

    /// <summary>Whether this is the entry that was kept.</summary>
    public bool Is(long position, string hash) => hash == Hash && (Position ?? position) == position;

    [GeneratedRegex("^((?<position>[1-9][0-9]{0,18}):)?(?<hash>[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
