namespace Disclosure.Runner.Execution;

internal sealed class Dashboard : IAsyncDisposable
{
    public string Url => "";
    public IReadOnlyDictionary<string, string> ForProjects => new Dictionary<string, string>();
    public static Task<Dashboard> StartAsync(Workspace workspace, StateFile state, Reporter reporter, HttpClient http, CancellationToken cancellation) => throw new InvalidOperationException(workspace.Root + state + reporter + http + cancellation);
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
