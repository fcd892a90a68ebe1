using Disclosure.Documents.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Disclosure.ServiceDefaults.Files;

/// <summary>Registers where files are kept (附件库).</summary>
public static class FileStoreExtensions
{
    /// <summary>Adds the store of the deployment, one directory for all its services: <c>Files:Path</c>. A process that serves does not
    /// start without it; a migration needs none.</summary>
    /// <param name="builder">The host builder.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddFileStore(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<FileStoreOptions>().BindConfiguration("Files")
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path),
                "Files:Path is not configured: the directory of the file store, the same for all services of the deployment.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IFileStore>(services
            => new DirectoryFileStore(services.GetRequiredService<IOptions<FileStoreOptions>>().Value.Path!));
        return builder;
    }

    /// <summary>Settings below <c>Files</c>.</summary>
    internal sealed class FileStoreOptions
    {
        /// <summary>The directory.</summary>
        public string? Path { get; set; }
    }
}
