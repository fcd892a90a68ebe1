namespace Disclosure.ServiceDefaults.Identity;

/// <summary>Machine clients of the realm (机器客户端), exactly as in <c>deploy/keycloak/disclosure-realm.json</c>.</summary>
public static class MachineClients
{
    /// <summary>Sends notices outside the page; part of the gateway.</summary>
    public const string Notifier = "notifier";
}
