using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Hosting;

/// <summary>What running leaves behind in the working tree: data, secrets, addresses. Only its owner may read it.</summary>
public static class LocalFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The directory: <c>--local DIR</c>, by default <c>.local</c> beside the AppHost's own.</summary>
    public static string LocalDirectory(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Path.GetFullPath(builder.Configuration["local"] ?? "../.local", builder.AppHostDirectory);
    }

    /// <summary>
    /// Tells the command line of this tree where the platform answers: <c>addresses.json</c>, written when the portal is ready.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithAddressFile(this IResourceBuilder<ProjectResource> portal,
        ReferenceExpression realm,
        IResourceBuilder<IResourceWithConnectionString> messaging)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var file = Path.Combine(portal.ApplicationBuilder.LocalDirectory(), "addresses.json");
        return portal.OnResourceReady(async (_, _, cancellation) => WriteJson(file, new Dictionary<string, string?>
        {
            ["portal"] = portal.GetEndpoint("http").Url,
            ["realm"] = await realm.GetValueAsync(cancellation),
            ["messaging"] = await messaging.Resource.GetConnectionStringAsync(cancellation),
        }));
    }

    /// <summary>
    /// Where a service keeps files (附件库), one directory for all services: beside the servers' data where it is run; in production a
    /// volume that all replicas of all services mount.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithFileStore(this IResourceBuilder<ProjectResource> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var builder = program.ApplicationBuilder;
        return program.WithEnvironment("Files__Path", builder.ExecutionContext.IsPublishMode ? "/var/lib/disclosure/files"
            : builder.DataDirectory("files"));
    }

    /// <summary>The directory of a server's data.</summary>
    internal static string DataDirectory(this IDistributedApplicationBuilder builder, string resource)
        => builder.Emptied(Path.Combine(builder.LocalDirectory(), "data", resource));

    /// <summary>A directory that <c>--fresh true</c> empties.</summary>
    internal static string Emptied(this IDistributedApplicationBuilder builder, string directory)
    {
        if (builder.Configuration.GetValue<bool>("fresh") && Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        return directory;
    }

    internal static Dictionary<string, string?> ReadJson(string file)
        => File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(file)) ?? [] : [];

    /// <summary>Whole or not at all.</summary>
    internal static void WriteJson(string file, Dictionary<string, string?> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Write(file + ".new", JsonSerializer.Serialize(content));
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>For its owner's eyes from the first byte on.</summary>
    internal static void Write(string file, string content)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using var writer = new StreamWriter(new FileStream(file, options));
        writer.Write(content);
    }

    /// <summary>A directory for its owner alone, also where it was there before.</summary>
    internal static string CreatePrivate(string directory)
    {
        var path = Directory.CreateDirectory(directory).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Owner | UnixFileMode.UserExecute);
        return path;
    }
}
