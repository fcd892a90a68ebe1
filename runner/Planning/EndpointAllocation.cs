using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>Gives every binding a loopback address; the external one gets the public port.</summary>
internal static class EndpointAllocation
{
    public static Dictionary<(string Resource, string Binding), Endpoint> Allocate(AppManifest manifest, int publicPort,
        Func<int, IReadOnlyList<int>> freePorts, Replacements replacements)
    {
        var bindings = manifest.Resources.OfType<RunnableResource>()
            .SelectMany(r => r.Bindings.Select(b => (Resource: r, Name: b.Key, Binding: b.Value))).ToList();
        var ports = new Queue<int>(freePorts(bindings.Count));
        return bindings.ToDictionary(b => (b.Resource.Name, b.Name), b =>
            replacements.Endpoints.TryGetValue((b.Resource.Name, b.Name), out var given)
                ? given
                : new Endpoint(b.Binding.Scheme, HostOf(b.Resource), PortOf(b.Resource, b.Binding, publicPort, ports)));
    }

    /// <summary>What a browser visits is called localhost, so that its cookies and the issuer's name agree; the rest needs no name.</summary>
    private static string HostOf(RunnableResource resource)
        => resource is ProjectResource { IsExternal: true } || resource is ContainerResource container && Images.KindOf(container) == ServerKind.Keycloak
            ? "localhost"
            : "127.0.0.1";

    private static int PortOf(RunnableResource resource, Binding binding, int publicPort, Queue<int> free) => binding switch
    {
        { External: true } => publicPort,
        // A container's ports are those inside the container; on the machine itself they may belong to the system's own server.
        _ when resource is ContainerResource => free.Dequeue(),
        _ => binding.Port ?? binding.TargetPort ?? free.Dequeue(),
    };
}
