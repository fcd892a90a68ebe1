using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Exceptions by which the framework says that a request is wrong: the caller hears it, the log of errors does not.</summary>
internal static class ClientMistakes
{
    /// <summary>The status that tells the caller; 500 for what is no mistake of the caller.</summary>
    /// <remarks>Reading a form wraps what went wrong in words of its own.</remarks>
    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException mistake => mistake.StatusCode,
        // The server's words for a chunk whose stated size is no number it can hold.
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        // The words of these two assemblies for a form: too many fields, a field that is too long or holds U+0000.
        InvalidDataException { Source: "Microsoft.AspNetCore.WebUtilities" or "Microsoft.AspNetCore.Http" } => StatusCodes.Status400BadRequest,
        { InnerException: { } cause } => StatusOf(cause),
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>
    /// Whether an exception need not be recorded: a mistake of the caller, or one that its handler has answered and
    /// recorded in its own words.
    /// </summary>
    public static bool AreToldAlready(ExceptionHandlerSuppressDiagnosticsContext context)
        => context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService
            || StatusOf(context.Exception) < StatusCodes.Status500InternalServerError;
}
