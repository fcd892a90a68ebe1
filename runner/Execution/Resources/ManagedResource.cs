using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>Something that runs until stopped and can be started again in its place.</summary>
internal abstract class ManagedResource(string name, string log, string? url)
{
    public string Name => name;

    public string Log => log;

    public string? Url => url;

    /// <summary>Called with each process, as soon as it exists.</summary>
    public Action<ChildProcess> Started { get; set; } = _ => { };

    /// <summary>The process whose end is the resource's end.</summary>
    public abstract ChildProcess? Process { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or cannot be started; the message is the reason.</exception>
    public abstract Task StartAsync(CancellationToken cancellation);

    /// <summary>Stops it in order, and what it left behind for good.</summary>
    public abstract Task StopAsync();

    /// <summary>Why an HTTP address is not healthy, or nothing when it is.</summary>
    protected static async Task<string?> IllHealthAsync(HttpClient http, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode ? null : $"{address} answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException refused)
        {
            return $"{address}: {refused.Message}";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{address} does not answer";
        }
    }
}
