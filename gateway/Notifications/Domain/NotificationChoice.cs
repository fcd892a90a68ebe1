using Disclosure.Kernel;

namespace Disclosure.Gateway.Notifications.Domain;

/// <summary>What a person chooses (通知设置).</summary>
/// <param name="Email">By e-mail.</param>
/// <param name="Webhook">By the deployment's hook.</param>
/// <param name="Quiet">免打扰时段; null for none.</param>
/// <param name="DigestAt">汇总时间.</param>
internal sealed record NotificationChoice(Delivery Email, Delivery Webhook, QuietHours? Quiet, TimeOnly DigestAt)
{
    /// <summary>What holds for whoever has chosen nothing.</summary>
    public static readonly NotificationChoice Usual = new(Delivery.Off, Delivery.Off, QuietHours.Usual, DeliveryTimes.UsualDigest);

    /// <summary>What was chosen for a channel.</summary>
    public Delivery Of(NotificationChannel channel) => channel switch
    {
        NotificationChannel.Email => Email,
        NotificationChannel.Webhook => Webhook,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a choice."),
    };

    /// <summary>What is wrong with it, every field at once.</summary>
    /// <param name="channels">Channels of this deployment.</param>
    /// <param name="hasAddress">Whether the bureau knows an address of the person.</param>
    /// <returns>Why not, or null.</returns>
    public Failure? Problem(AvailableChannels channels, bool hasAddress)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var channel in Enum.GetValues<NotificationChannel>())
            if (Of(channel) != Delivery.Off && !channels.Has(channel)) errors[NameOf(channel)] = ["本平台没有配置这种提醒方式。"];
        if (Email != Delivery.Off && channels.Has(NotificationChannel.Email) && !hasAddress)
            errors[NameOf(NotificationChannel.Email)] = ["您的账号没有经过核实的电子邮箱，不能选择邮件提醒。"];
        if (Quiet is { } quiet)
        {
            if (quiet.From == quiet.To) errors["quietTo"] = ["免打扰的开始和结束不能是同一时间；不需要免打扰时请把两项都清空。"];
            else if (quiet.Contains(DigestAt)) errors["digestAt"] = ["汇总时间不能落在免打扰时段内。"];
        }

        return errors.Count == 0 ? null
            : new Failure(FailureKind.Invalid, "notification-choice-is-invalid", "设置没有保存", "请更正后再提交。") { Errors = errors };
    }

    private static string NameOf(NotificationChannel channel) => Codes.Of(channel);
}
