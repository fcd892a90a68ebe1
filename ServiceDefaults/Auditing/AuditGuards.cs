using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Auditing;

/// <summary>What the database itself refuses, whoever asks: entries are only added, and heads only move forward (invariant 8).</summary>
/// <remarks>Made with every migration and not by one, so that no service's first migration can forget it.</remarks>
internal static class AuditGuards
{
    private const string Statements = """
        create or replace function refuse_audit_change() returns trigger language plpgsql as $$
        begin
            raise exception 'audit entries are append-only' using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger audit_entries_append_only before update or delete on audit_entries
            for each row execute function refuse_audit_change();
        create or replace trigger audit_entries_not_truncated before truncate on audit_entries
            for each statement execute function refuse_audit_change();
        create or replace function refuse_audit_rewind() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' and new.authority = old.authority and new.position > old.position then return new; end if;
            raise exception 'the head of an audit chain only moves forward' using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger audit_heads_forward_only before update or delete on audit_heads
            for each row execute function refuse_audit_rewind();
        create or replace trigger audit_heads_not_truncated before truncate on audit_heads
            for each statement execute function refuse_audit_change();
        """;

    public static Task<int> GuardAuditAsync(this DbContext db, CancellationToken cancellation)
        => db.Database.ExecuteSqlRawAsync(Statements, cancellation);
}
