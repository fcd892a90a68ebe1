using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>What a service keeps of calendars.</summary>
internal static class CalendarTables
{
    public const string DueChanges = "due_changes";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<ImportedNotice>(notice =>
        {
            notice.ToTable("imported_notices");
            notice.HasKey(n => n.Id);
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.Position).UseIdentityAlwaysColumn();
            notice.Property(n => n.Scope).HasConversion<string>();
            notice.Property(n => n.Days).HasColumnType("jsonb").HasConversion(
                new ValueConverter<IReadOnlyList<NoticeDay>, string>(days => ToJson(days), text => FromJson(text)),
                new ValueComparer<IReadOnlyList<NoticeDay>>((a, b) => a!.SequenceEqual(b!), days => days.Count));
            notice.HasIndex(n => new { n.Authority, n.Scope, n.Year, n.Edition }).IsUnique();
            notice.HasIndex(n => n.Position).IsUnique();
        });
        model.Entity<DueChange>(change =>
        {
            change.ToTable(DueChanges);
            change.HasKey(c => c.Position);
            change.Property(c => c.Position).UseIdentityAlwaysColumn();
            change.HasIndex(c => new { c.SubjectId, c.Position });
        });
    }

    public static string ToJson(IReadOnlyList<NoticeDay> days) => JsonSerializer.Serialize(days);

    private static NoticeDay[] FromJson(string text) => JsonSerializer.Deserialize<NoticeDay[]>(text)!;
}
