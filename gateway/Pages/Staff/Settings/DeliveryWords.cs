using System.Diagnostics;
using Disclosure.Gateway.Notifications.Domain;

namespace Disclosure.Gateway.Pages.Staff.Settings;

/// <summary>When notices are sent, as the choice says.</summary>
internal static class DeliveryWords
{
    public static string Of(Delivery delivery) => delivery switch
    {
        Delivery.Off => "不提醒",
        Delivery.AtOnce => "即时提醒",
        Delivery.Digest => "每日汇总",
        _ => throw new UnreachableException(),
    };
}
