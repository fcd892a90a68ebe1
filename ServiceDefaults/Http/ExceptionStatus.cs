using System.Net.Sockets;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>What an exception says: that the request is wrong, that something needed is down, or that we have a fault.</summary>
internal static class ExceptionStatus
{
    /// <summary>The status that tells the caller; 500 for a fault of ours.</summary>
    /// <remarks>Reading a form, and asking the database, wrap what went wrong in words of their own.</remarks>
    public static int Of(Exception failure) => failure switch
    {
        BadHttpRequestException mistake => mistake.StatusCode,
        // The server's words for a chunk whose stated size is no number it can hold.
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        // The words of these two assemblies for a form: too many fields, a field that is too long or holds U+0000.
        InvalidDataException { Source: "Microsoft.AspNetCore.WebUtilities" or "Microsoft.AspNetCore.Http" }
            => StatusCodes.Status400BadRequest,
        PostgresException refusal => DatabaseAbsence.MeansAbsence(refusal.SqlState) ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError,
        DatabaseIsAwayException => StatusCodes.Status503ServiceUnavailable,
        NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: SocketException or IOException or TimeoutException }
            => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } cause } => Of(cause),
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>
    /// Whether an exception need not be recorded: a mistake of the caller, or one that its handler has answered and
    /// recorded in its own words.
    /// </summary>
    public static bool IsToldAlready(ExceptionHandlerSuppressDiagnosticsContext context)
        => context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService
            || Of(context.Exception) < StatusCodes.Status500InternalServerError;
}
