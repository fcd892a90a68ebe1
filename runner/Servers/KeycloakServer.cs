using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Disclosure.Runner.Servers;

/// <summary>A private Keycloak on a loopback port: development mode, one realm imported, its own data and build beside an untouched installation.</summary>
/// <remarks>
/// The first start in a work directory builds Keycloak for its options (about 20 s on two cores); later starts reuse the build.
/// The realm is imported when the data directory does not hold it yet; delete <c>data</c> below the work directory to start empty.
/// </remarks>
public sealed class KeycloakServer : IAsyncDisposable
{
    private readonly string work;
    private readonly string logFile;
    private readonly string realm;
    private readonly IReadOnlyDictionary<string, string> environment;
    private ChildProcess? process;

    private KeycloakServer(string work, string logFile, string realm, int port, string adminPassword, IReadOnlyDictionary<string, string> environment)
        => (this.work, this.logFile, this.realm, Port, AdminPassword, this.environment) = (work, logFile, realm, port, adminPassword, environment);

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Password of the bootstrap administrator <c>admin</c>, who exists from the first start with a data directory on.</summary>
    public string AdminPassword { get; }

    /// <summary>Address without a path, for instance <c>http://127.0.0.1:8180</c>.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>The realm's issuer.</summary>
    public string Issuer => $"{Address}/realms/{realm}";

    /// <summary>Called with each process the server starts, before it answers.</summary>
    public Action<ChildProcess>? Started { get; set; }

    /// <summary>The server's process, while there is one.</summary>
    public ChildProcess? Process => process;

    /// <summary>Starts Keycloak with a made-up administrator's password and waits until the realm answers.</summary>
    /// <param name="home">The unpacked distribution (<c>KEYCLOAK_HOME</c>); only read.</param>
    /// <param name="realmFile">Realm to import.</param>
    /// <param name="workDirectory">Directory of the build, the configuration and the data.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="environment">Values of the realm's placeholders, for instance <c>GATEWAY_CLIENT_SECRET</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">Keycloak is not there or cannot start; the message names the log.</exception>
    public static Task<KeycloakServer> StartAsync(string home, string realmFile, string workDirectory, string logFile,
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellation = default)
        => StartAsync(home, realmFile, workDirectory, logFile, 0, Convert.ToHexString(RandomNumberGenerator.GetBytes(12)), environment, cancellation);

    /// <summary>Starts Keycloak with an administrator's password and values for the realm's placeholders.</summary>
    /// <param name="home">The unpacked distribution (<c>KEYCLOAK_HOME</c>); only read.</param>
    /// <param name="realmFile">Realm to import.</param>
    /// <param name="workDirectory">Directory of the build, the configuration and the data.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="port">TCP port, or 0 for a free one.</param>
    /// <param name="adminPassword">Password of the bootstrap administrator; kept by the data directory from its creation.</param>
    /// <param name="environment">Variables of the process, for instance <c>GATEWAY_CLIENT_SECRET</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">Keycloak is not there or cannot start; the message names the log.</exception>
    public static async Task<KeycloakServer> StartAsync(string home, string realmFile, string workDirectory, string logFile, int port,
        string adminPassword, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        var server = Create(home, realmFile, workDirectory, logFile, port, adminPassword, environment);
        try
        {
            await server.RestartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A server that does not run yet; <see cref="RestartAsync"/> starts it.</summary>
    /// <param name="home">The unpacked distribution (<c>KEYCLOAK_HOME</c>); only read.</param>
    /// <param name="realmFile">Realm to import.</param>
    /// <param name="workDirectory">Directory of the build, the configuration and the data.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="port">TCP port, or 0 for a free one.</param>
    /// <param name="adminPassword">Password of the bootstrap administrator; kept by the data directory from its creation.</param>
    /// <param name="environment">Variables of the process, for instance <c>GATEWAY_CLIENT_SECRET</c>.</param>
    /// <returns>The server.</returns>
    /// <exception cref="InvalidOperationException">Keycloak is not there, or a placeholder of the realm without a default has no value.</exception>
    public static KeycloakServer Create(string home, string realmFile, string workDirectory, string logFile, int port,
        string adminPassword, IReadOnlyDictionary<string, string> environment)
    {
        if (!File.Exists(Path.Combine(home, "bin", "kc.sh"))) throw new InvalidOperationException($"There is no Keycloak in {home} (bin/kc.sh is missing).");
        var absent = RealmPlaceholders.Absent(File.ReadAllText(realmFile), name => environment.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name));
        if (absent.Count > 0) throw new InvalidOperationException($"{realmFile} has no default for, and nobody has set: {string.Join(", ", absent)}.");
        var work = Path.GetFullPath(workDirectory);
        KeycloakHome.Prepare(Path.GetFullPath(home), work);
        var import = Directory.CreateDirectory(Path.Combine(work, "data", "import")).FullName;
        File.Copy(realmFile, Path.Combine(import, Path.GetFileName(realmFile)), overwrite: true);
        return new KeycloakServer(work, logFile, NameOf(realmFile), port == 0 ? FreePort.Next() : port, adminPassword, environment);
    }

    /// <summary>Starts the stopped server on its data and port.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task that ends when the realm answers.</returns>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        string[] arguments = ["start-dev", "--import-realm", "--http-host=127.0.0.1", "--http-port=" + Port.ToString(CultureInfo.InvariantCulture), "--health-enabled=false"];
        var variables = new Dictionary<string, string>(environment)
        {
            ["KC_BOOTSTRAP_ADMIN_USERNAME"] = "admin",
            ["KC_BOOTSTRAP_ADMIN_PASSWORD"] = AdminPassword,
            // A development server lives for minutes: the quick compiler saves more than the good one gains.
            ["JAVA_OPTS_APPEND"] = "-XX:TieredStopAtLevel=1",
        };
        if (process is not null) await process.DisposeAsync();
        process = ChildProcess.Start(Path.Combine(work, "bin", "kc.sh"), arguments, variables, logFile, work);
        Started?.Invoke(process);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var discovery = new Uri(Issuer + "/.well-known/openid-configuration");
        await process.UntilAsync(() => AnswersAsync(http, discovery, cancellation), code => $"Keycloak ended with code {code}; see {logFile}. It needs Java 17 or newer.", cancellation);
    }

    /// <summary>Stops in order.</summary>
    /// <returns>A task that ends when the server is gone.</returns>
    public Task StopAsync() => process is null ? Task.CompletedTask : process.StopAsync("TERM", TimeSpan.FromSeconds(20));

    /// <summary>Kills the server, as a power cut would.</summary>
    /// <returns>A task that ends when the server is gone.</returns>
    public Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (process is not null) await process.DisposeAsync();
    }

    private static string NameOf(string realmFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(realmFile));
        return json.RootElement.GetProperty("realm").GetString() ?? throw new InvalidOperationException($"{realmFile} does not name its realm.");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
