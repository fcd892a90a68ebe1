using Disclosure.Documents.Bounded;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Release.Reading;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>Both sides of the process that strips and reads one file.</summary>
internal static class PreparationProcess
{
    public const string Preparing = "--prepare-file";

    public const string Reading = "--read-file";

    /// <summary>In the child: reads standard input and answers with the reading and the bytes that were read.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <returns>Whether they ask for it.</returns>
    public static async Task<bool> ServeAsync(string[] args)
    {
        if (args is not [Preparing or Reading, var word] || !Enum.TryParse<AttachedType>(word, out var type)
            || !Enum.IsDefined(type)) return false;
        using var file = new MemoryStream();
        try
        {
            await using var input = new BoundedStream(Console.OpenStandardInput(), FilePreparation.MaxBytes);
            await input.CopyToAsync(file);
        }
        catch (PartIsTooLargeException)
        {
            await AnswerAsync(ReleaseFailures.TooLarge, []);
            return true;
        }

        var (reading, cleaned) = Do(file.ToArray(), type, args[0] == Preparing);
        await AnswerAsync(reading, cleaned);
        return true;
    }

    /// <summary>In the service: asks a child.</summary>
    public static async Task<Outcome<FileReading>> AskAsync(string what, Stream file, AttachedType type, Stream cleaned,
        CancellationToken cancellation)
    {
        Outcome<FileReading>? answer = null;
        var code = await ChildProcess.RunAsync(ChildBounds.Release, [what, type.ToString()], file.CopyToAsync,
            async (output, end) => answer = await PreparationAnswer.ReadAsync(output, cleaned, end), cancellation);
        return code == ChildProcess.Done && answer is { } told ? told : ImportFailures.TooComplex;
    }

    /// <summary>Strips and reads in this process. Parsers of other people's formats throw many kinds of exception at bytes that are not
    /// theirs; each means the same to the uploader.</summary>
    internal static (Outcome<FileReading> Reading, byte[] Cleaned) Do(byte[] file, AttachedType type, bool strips)
    {
        try
        {
            var stripped = strips ? MetadataStripper.Strip(file, type) : file;
            return stripped.Value is { } cleaned ? (FileText.Read(cleaned, type), cleaned) : (stripped.Failure!, []);
        }
        catch (Exception failure) when (failure is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return (ImportFailures.TooComplex, []);
        }
        catch (Exception)
        {
            return (ImportFailures.Damaged, []);
        }
    }

    private static async Task AnswerAsync(Outcome<FileReading> reading, byte[] cleaned)
    {
        await using var output = Console.OpenStandardOutput();
        await PreparationAnswer.WriteAsync(output, reading, cleaned);
    }
}
