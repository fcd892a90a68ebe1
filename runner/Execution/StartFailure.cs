namespace Disclosure.Runner.Execution;

/// <summary>A resource could not be made ready; the message is the reason for a person.</summary>
internal sealed class StartFailure(string resource, string reason, string log, Exception? inner = null) : Exception($"{resource}: {reason}", inner)
{
    public string Resource => resource;

    public string Reason => reason;

    public string Log => log;
}
