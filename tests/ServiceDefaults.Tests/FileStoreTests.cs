using Disclosure.Documents.Storing;
using Disclosure.ServiceDefaults.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>附件库: whoever serves knows where it is, or does not start.</summary>
public sealed class FileStoreTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_process_that_does_not_know_the_store_does_not_start(string? path)
    {
        using var host = Build(path);
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Files:Path is not configured", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_process_have_the_one_store()
    {
        using var host = Build(Path.GetTempPath());
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Same(host.Services.GetRequiredService<IFileStore>(), host.Services.GetRequiredService<IFileStore>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost Build(string? path)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Files:Path"] = path;
        builder.AddFileStore();
        return builder.Build();
    }
}
