using Disclosure.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.People;

/// <summary>What a service knows of people: the directory and who acts in whose place.</summary>
internal static class PeopleTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Substitution>(substitution =>
        {
            substitution.ToTable("substitutions");
            substitution.HasKey(s => s.Id);
            substitution.Property(s => s.Id).ValueGeneratedNever();
            substitution.Property(s => s.Kind).HasConversion<string>();
            substitution.HasIndex(s => new { s.Authority, s.Delegate }).HasFilter("not is_revoked");
            substitution.HasIndex(s => new { s.Authority, s.Principal }).HasFilter("not is_revoked");
        });
        model.Entity<Colleague>(colleague =>
        {
            colleague.ToTable("colleagues");
            colleague.HasKey(k => k.Subject);
            colleague.HasIndex(k => new { k.Authority, k.Name, k.Subject });
            colleague.HasIndex(k => new { k.Authority, k.UserName });
        });
    }
}
