using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Disclosure.Hosting;
using Disclosure.Hosting.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Testing;

/// <summary>Resources that Aspire runs for a test process, to be stopped, killed and waited for by name.</summary>
public sealed class TestApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly DistributedApplication application;
    private readonly string? ownDirectory;
    private bool disposed;

    private TestApplication(DistributedApplication application, string? ownDirectory)
        => (this.application, this.ownDirectory) = (application, ownDirectory);

    /// <summary>Starts the platform of the app model on servers of the machine's packages.</summary>
    /// <param name="local">Directory of its data and secrets.</param>
    /// <param name="environment">What every program of ours finds in its environment, over what the model says.</param>
    /// <param name="arguments">Further arguments of the AppHost, as <c>--name=value</c>.</param>
    /// <returns>The platform, healthy.</returns>
    public static async Task<TestApplication> StartPlatformAsync(string local, IReadOnlyDictionary<string, string> environment,
        params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--servers=local", $"--local={local}",
            $"--port={port}", .. arguments]);
        foreach (var program in builder.Resources.OfType<ProjectResource>().ToList())
            foreach (var (name, value) in environment) builder.CreateResourceBuilder(program).WithEnvironment(name, value);
        Log(builder.Services);
        var platform = new TestApplication(await builder.BuildAsync(), null);
        await platform.StartAsync("gateway");
        return platform;
    }

    /// <summary>Starts resources of the hosting library alone.</summary>
    /// <param name="model">Adds the resources.</param>
    /// <param name="awaited">The resources that must be healthy.</param>
    /// <param name="keep">Directory of their data and secrets, kept from run to run; by default one that is deleted at the end.</param>
    /// <returns>The resources, healthy.</returns>
    public static async Task<TestApplication> StartAsync(Action<IDistributedApplicationBuilder> model, string[] awaited,
        string? keep = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        // Below the temporary directory because the account that runs PostgreSQL may not reach the working tree.
        var own = keep is null ? Directory.CreateTempSubdirectory("disclosure-test-").FullName : null;
        // That account must be able to pass it.
        if (own is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(own, (UnixFileMode)0b111_101_101);
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            // The assembly that knows where Aspire's orchestrator is.
            AssemblyName = typeof(Projects.AppHost).Assembly.GetName().Name,
            Args = ["--servers=local", $"--local={keep ?? own}"],
            DisableDashboard = true,
            EnableResourceLogging = true,
        });
        model(builder.WithSharedLifetime());
        Log(builder.Services);
        var started = new TestApplication(builder.Build(), own);
        await started.StartAsync(awaited);
        return started;
    }

    /// <summary>Address of a resource that serves HTTP.</summary>
    public Uri Address(string resource) => application.GetEndpoint(resource, "http");

    /// <summary>A client of a resource that serves HTTP.</summary>
    public HttpClient CreateHttpClient(string resource) => application.CreateHttpClient(resource, "http");

    /// <summary>Connection string of a resource.</summary>
    public async Task<string> ConnectionStringAsync(string resource)
        => await application.GetConnectionStringAsync(resource)
            ?? throw new InvalidOperationException($"{resource} has no connection string");

    /// <summary>Stops a resource in order.</summary>
    public Task StopAsync(string resource) => CommandAsync(resource, KnownResourceCommands.StopCommand);

    /// <summary>Starts a stopped resource and waits until it is healthy.</summary>
    public async Task StartAgainAsync(string resource)
    {
        await CommandAsync(resource, KnownResourceCommands.StartCommand);
        // Its last state may still be that it has ended: that is no reason to give up here.
        await HealthyAsync(resource, WaitBehavior.WaitOnResourceUnavailable);
    }

    /// <summary>Kills a resource's process at once (SIGKILL), as a power cut would.</summary>
    /// <returns>How often the resource was restarted before.</returns>
    public async Task<int> KillAsync(string resource)
    {
        var running = await application.ResourceNotifications.WaitForResourceAsync(resource, change
            => change.Snapshot.State?.Text == KnownResourceStates.Running);
        using var process = Process.GetProcessById(Number(running, "executable.pid"));
        process.Kill();
        return Number(running, Restarts.Property);
    }

    /// <summary>Waits until a killed resource serves again, which nobody but the platform itself has seen to.</summary>
    public Task RunsAgainAsync(string resource, int restartsBefore) => application.ResourceNotifications.WaitForResourceAsync(resource,
        change => Number(change, Restarts.Property) > restartsBefore && IsServing(change)).WaitAsync(Patience);

    /// <summary>Ends every resource and deletes what they kept in a directory of their own.</summary>
    /// <returns>A task that ends when nothing is left.</returns>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await application.DisposeAsync();
        if (ownDirectory is not null) Directory.Delete(ownDirectory, recursive: true);
    }

    private async Task StartAsync(params string[] awaited)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await application.StartAsync(limit.Token);
            foreach (var resource in awaited) await HealthyAsync(resource, WaitBehavior.StopOnResourceUnavailable);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private Task<ResourceEvent> HealthyAsync(string resource, WaitBehavior whenItEnds)
        => application.ResourceNotifications.WaitForResourceHealthyAsync(resource, whenItEnds).WaitAsync(Patience);

    private async Task CommandAsync(string resource, string command)
    {
        var result = await application.ResourceCommands.ExecuteCommandAsync(resource, command);
        Assert.True(result.Success, $"{command} {resource}: {result.Message}");
    }

    private static bool IsServing(ResourceEvent change) => change.Snapshot.State?.Text == KnownResourceStates.Running
        && change.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;

    private static int Number(ResourceEvent change, string property)
        => change.Snapshot.Properties.FirstOrDefault(p => p.Name == property)?.Value is { } value
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;

    // Each resource's output goes to a file of its own; test executables run side by side.
    private static void Log(IServiceCollection services)
        => services.AddLogging(logging => logging.ClearProviders().AddProvider(new ResourceLogs()));
}
