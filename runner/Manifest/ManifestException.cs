namespace Disclosure.Runner.Manifest;

/// <summary>The manifest cannot be run here; every reason at once.</summary>
internal sealed class ManifestException(IReadOnlyList<string> errors) : Exception("The manifest cannot be run:\n" + string.Join('\n', errors.Select(e => "  " + e)))
{
    public IReadOnlyList<string> Errors => errors;

    public static void ThrowIfAny(IReadOnlyList<string> errors)
    {
        if (errors.Count > 0) throw new ManifestException(errors);
    }
}
