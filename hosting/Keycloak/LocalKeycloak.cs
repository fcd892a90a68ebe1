using System.Diagnostics;
using System.Globalization;
using Disclosure.Hosting.Processes;

namespace Disclosure.Hosting.Keycloak;

/// <summary>A Keycloak of an unpacked distribution on a loopback port: development mode, one realm, its own data and build.</summary>
public sealed class LocalKeycloakResource : ExecutableResource
{
    internal LocalKeycloakResource(string name, string home, ParameterResource adminPassword) : base(name, "sh", home)
        => AdminPassword = adminPassword;

    /// <summary>Password of the bootstrap administrator <c>admin</c>, who exists from the first start with a data directory on.</summary>
    public ParameterResource AdminPassword { get; }
}

/// <summary>Adds it.</summary>
/// <remarks>
/// The first start in a tree builds Keycloak for its options (about 20 s on two cores); later starts reuse the build.
/// The realm is imported when the data does not hold it yet.
/// </remarks>
internal static class LocalKeycloak
{
    public static IResourceBuilder<LocalKeycloakResource> Add(IDistributedApplicationBuilder builder, string name, string home,
        string realmFile, string realm)
    {
        if (!File.Exists(Path.Combine(home, "bin", "kc.sh")))
            throw new DistributedApplicationException($"There is no Keycloak in {home} (bin/kc.sh is missing).");
        var own = KeycloakHome.Prepare(Path.GetFullPath(home), Path.Combine(builder.LocalDirectory(), name));
        builder.Emptied(Path.Combine(own, "data"));
        var import = Directory.CreateDirectory(Path.Combine(own, "data", "import")).FullName;
        File.Copy(realmFile, Path.Combine(import, Path.GetFileName(realmFile)), overwrite: true);
        var port = FreePort.Next();
        var password = builder.AddGeneratedSecret($"{name}-password").Resource;
        return builder.AddResource(new LocalKeycloakResource(name, own, password))
            .WithArgs(Path.Combine(own, "bin", "kc.sh"), "start-dev", "--import-realm", "--http-host=127.0.0.1",
                string.Create(CultureInfo.InvariantCulture, $"--http-port={port}"), "--health-enabled=false")
            .WithHttpEndpoint(name: "http", port: port, targetPort: port, isProxied: false)
            .WithHttpHealthCheck($"/realms/{realm}/.well-known/openid-configuration")
            .WithEnvironment("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
            .WithEnvironment(context => context.EnvironmentVariables["KC_BOOTSTRAP_ADMIN_PASSWORD"] = password)
            // A development server lives for minutes: the quick compiler saves more than the good one gains.
            .WithEnvironment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
            .WithRestarts();
    }
}

/// <summary>A Keycloak home of our own over an installation: what Keycloak writes is copied, the rest (400 MB) is linked.</summary>
internal static class KeycloakHome
{
    public static string Prepare(string home, string own)
    {
        var mark = Path.Combine(own, "prepared-from.txt");
        var from = $"{home}\n{File.ReadAllText(Path.Combine(home, "version.txt"))}";
        if (File.Exists(mark) && File.ReadAllText(mark) == from) return own;
        if (Directory.Exists(own)) Directory.Delete(own, recursive: true);
        Directory.CreateDirectory(Path.Combine(own, "lib"));
        // The script finds its home by its own place; a start builds into lib/quarkus. An installation may be read-only, its copy may not.
        foreach (var written in (string[])["bin", "conf", "lib/quarkus", "lib/quarkus-run.jar", "version.txt"]) Copy(written);
        foreach (var read in (string[])["lib/lib", "lib/app", "providers", "themes"])
            Directory.CreateSymbolicLink(Path.Combine(own, read), Path.Combine(home, read));
        File.WriteAllText(mark, from);
        return own;

        void Copy(string part)
        {
            using var copy = Process.Start("cp", ["-r", "--no-preserve=mode", Path.Combine(home, part), Path.Combine(own, part)]);
            copy.WaitForExit();
            if (copy.ExitCode != 0) throw new DistributedApplicationException($"{part} of {home} cannot be copied to {own}.");
        }
    }
}
