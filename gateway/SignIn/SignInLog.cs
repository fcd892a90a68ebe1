namespace Disclosure.Gateway.SignIn;

internal static partial class SignInLog
{
    [LoggerMessage(4101, LogLevel.Warning, "A sign-in did not complete.")]
    public static partial void SignInFailed(ILogger log, Exception? reason);

    [LoggerMessage(4104, LogLevel.Warning, "A sign-in was refused: {Error}.")]
    public static partial void SignInRefused(ILogger log, string error);

    [LoggerMessage(4102, LogLevel.Information, "The issuer ended a session: {Error}.")]
    public static partial void SessionEnded(ILogger log, string error);

    [LoggerMessage(4103, LogLevel.Warning, "The issuer could not be asked for a new access token.")]
    public static partial void RefreshFailed(ILogger log, Exception? reason);
}
