using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>What the database itself refuses, whoever asks: entries of the audit log and facts that count are only added, and their heads
/// only move forward (invariant 8).</summary>
/// <remarks>Made with every migration and not by one, so that no service's first migration can forget it.</remarks>
internal static class AppendOnlyGuards
{
    private const string Statements = """
        create or replace function refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception 'entries of % are append-only', tg_table_name using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger audit_entries_append_only before update or delete on audit_entries
            for each row execute function refuse_change();
        create or replace trigger audit_entries_not_truncated before truncate on audit_entries
            for each statement execute function refuse_change();
        create or replace function refuse_audit_rewind() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' and new.authority = old.authority and new.position > old.position then return new; end if;
            raise exception 'the head of an audit chain only moves forward' using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger audit_heads_forward_only before update or delete on audit_heads
            for each row execute function refuse_audit_rewind();
        create or replace function refuse_fact_rewind() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' and new.authority = old.authority and new.number > old.number then return new; end if;
            raise exception 'the numbers of facts only move forward' using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger fact_heads_forward_only before update or delete on fact_heads
            for each row execute function refuse_fact_rewind();
        create or replace trigger fact_heads_not_truncated before truncate on fact_heads
            for each statement execute function refuse_change();
        create or replace trigger facts_append_only before update or delete on facts
            for each row execute function refuse_change();
        create or replace trigger facts_not_truncated before truncate on facts
            for each statement execute function refuse_change();
        create or replace trigger audit_heads_not_truncated before truncate on audit_heads
            for each statement execute function refuse_change();
        """;

    public static Task<int> GuardAppendOnlyAsync(this DbContext db, CancellationToken cancellation)
        => db.Database.ExecuteSqlRawAsync(Statements, cancellation);
}
