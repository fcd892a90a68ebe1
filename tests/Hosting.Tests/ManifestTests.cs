using System.Diagnostics;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Hosting.Tests;

/// <summary>The committed manifest is what the app model publishes, to the byte; <c>./disclosure manifest</c> rewrites it.</summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task The_committed_manifest_is_what_the_app_model_publishes()
    {
        // Beside the committed one, because the paths in it are relative to its place.
        var published = Path.Combine(Repository.Root, "aspire-manifest.published.json");
        try
        {
            var appHost = Path.Combine(Repository.Root, "artifacts", "bin", "AppHost", new DirectoryInfo(AppContext.BaseDirectory)
                .Name, "Disclosure.AppHost.dll");
            var start = new ProcessStartInfo("dotnet",
                [appHost, "--operation", "publish", "--publisher", "manifest", "--output-path", published])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var publisher = Process.Start(start)!;
            var errors = publisher.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await publisher.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await publisher.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(publisher.ExitCode == 0, output + await errors);
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "aspire-manifest.json"),
                TestContext.Current.CancellationToken),
                await File.ReadAllTextAsync(published, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(published);
        }
    }
}
