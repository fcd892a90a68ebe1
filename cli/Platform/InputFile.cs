using Disclosure.Cli.Rules.Shared;

namespace Disclosure.Cli.Platform;

/// <summary>Files that are handed to a running platform.</summary>
internal static class InputFile
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="PlatformException">There is no such file, or it is no UTF-8 text.</exception>
    public static string Read(FileInfo file)
        => Output.TryReadText(file, out var text, out var error) ? text : throw new PlatformException(error);
}
