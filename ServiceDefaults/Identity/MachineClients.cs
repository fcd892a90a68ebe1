namespace Disclosure.ServiceDefaults.Identity;

/// <summary>Client ids of the machines (机器客户端) that the platform itself is.</summary>
public static class MachineClients
{
    /// <summary>通知发送: asks the services, before notices leave the page, which of them still hold.</summary>
    public const string Notifier = "notifier";
}
