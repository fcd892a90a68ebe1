using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Disclosure.Catalogue.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asked_once",
                columns: table => new
                {
                    question = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_once", x => x.question);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    on_behalf_of = table.Column<string>(type: "text", nullable: true),
                    on_behalf_of_name = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    flow = table.Column<string>(type: "text", nullable: true),
                    subject_kind = table.Column<string>(type: "text", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    step = table.Column<string>(type: "text", nullable: true),
                    digest = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    counterpart = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    previous_hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.authority, x.position });
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_heads", x => x.authority);
                });

            migrationBuilder.CreateTable(
                name: "colleagues",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claims_issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colleagues", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "due_changes",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    authority = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<DateOnly>(type: "date", nullable: true),
                    after = table.Column<DateOnly>(type: "date", nullable: true),
                    calendar_before = table.Column<string>(type: "text", nullable: false),
                    calendar_after = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_changes", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "fact_heads",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_heads", x => x.authority);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    counts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    is_restricted = table.Column<bool>(type: "boolean", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => new { x.authority, x.number });
                });

            migrationBuilder.CreateTable(
                name: "imported_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    authority = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    days = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    contributors = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    companions = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    import_remarks = table.Column<string[]>(type: "text[]", nullable: false),
                    published_title = table.Column<string>(type: "text", nullable: true),
                    published_category = table.Column<string>(type: "text", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_digest = table.Column<string>(type: "text", nullable: true),
                    last_reason = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    index_number = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    secret_texts = table.Column<List<string>>(type: "text[]", nullable: false),
                    to_be_checked_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    to_be_checked_cause = table.Column<string>(type: "text", nullable: true),
                    to_be_checked_reason = table.Column<string>(type: "text", nullable: true),
                    to_be_checked_case = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    receiver = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_counters",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counters", x => new { x.authority, x.year });
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    index_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    document_key = table.Column<string>(type: "text", nullable: true),
                    produced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    companions = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => new { x.item_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "remembered_commands",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    aggregate = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remembered_commands", x => new { x.subject, x.key });
                });

            migrationBuilder.CreateTable(
                name: "substitutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    principal_name = table.Column<string>(type: "text", nullable: false),
                    @delegate = table.Column<string>(name: "delegate", type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_revoked = table.Column<bool>(type: "boolean", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_substitutions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_authority_act_at",
                table: "audit_entries",
                columns: new[] { "authority", "act", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_authority_actor_at_position",
                table: "audit_entries",
                columns: new[] { "authority", "actor", "at", "position" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_authority_actor_position",
                table: "audit_entries",
                columns: new[] { "authority", "actor", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_authority_counterpart_position",
                table: "audit_entries",
                columns: new[] { "authority", "counterpart", "position" },
                filter: "counterpart is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_authority_on_behalf_of_position",
                table: "audit_entries",
                columns: new[] { "authority", "on_behalf_of", "position" },
                filter: "on_behalf_of is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_case_id_position",
                table: "audit_entries",
                columns: new[] { "case_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_position",
                table: "audit_entries",
                columns: new[] { "subject_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_colleagues_authority_name_subject",
                table: "colleagues",
                columns: new[] { "authority", "name", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_colleagues_authority_user_name",
                table: "colleagues",
                columns: new[] { "authority", "user_name" });

            migrationBuilder.CreateIndex(
                name: "ix_due_changes_subject_id_position",
                table: "due_changes",
                columns: new[] { "subject_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_facts_subject_id_number",
                table: "facts",
                columns: new[] { "subject_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_notices_authority_scope_year_edition",
                table: "imported_notices",
                columns: new[] { "authority", "scope", "year", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imported_notices_position",
                table: "imported_notices",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_processed_at",
                table: "inbox_messages",
                column: "processed_at");

            migrationBuilder.CreateIndex(
                name: "ix_items_authority_unit_updated_at_id",
                table: "items",
                columns: new[] { "authority", "unit", "updated_at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_items_authority_updated_at_id",
                table: "items",
                columns: new[] { "authority", "updated_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_items_case_id",
                table: "items",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_companions",
                table: "items",
                column: "companions")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_items_index_number",
                table: "items",
                column: "index_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_items_to_be_checked",
                table: "items",
                columns: new[] { "authority", "to_be_checked_since", "id" },
                descending: new[] { false, true, false },
                filter: "to_be_checked_since is not null");

            migrationBuilder.CreateIndex(
                name: "ix_items_unfinished",
                table: "items",
                columns: new[] { "authority", "author", "state" },
                filter: "state in ('Draft', 'Returned', 'InReview')");

            migrationBuilder.CreateIndex(
                name: "ix_notices_at",
                table: "notices",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_authority_receiver_id",
                table: "notices",
                columns: new[] { "authority", "receiver", "id" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "ix_notices_authority_receiver_id1",
                table: "notices",
                columns: new[] { "authority", "receiver", "id" },
                descending: new[] { false, false, true },
                filter: "seen_at is null and settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_notices_subject_id",
                table: "notices",
                column: "subject_id",
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                table: "outbox_messages",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_pending",
                table: "outbox_messages",
                column: "position",
                filter: "published_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_pending_subject",
                table: "outbox_messages",
                columns: new[] { "subject", "position" },
                filter: "published_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_publications_authority_category_first_published_at_item_id",
                table: "publications",
                columns: new[] { "authority", "category", "first_published_at", "item_id" },
                descending: new[] { false, false, true, true },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_publications_authority_first_published_at_item_id",
                table: "publications",
                columns: new[] { "authority", "first_published_at", "item_id" },
                descending: new[] { false, true, true },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_publications_authority_number",
                table: "publications",
                columns: new[] { "authority", "number" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_publications_companions",
                table: "publications",
                column: "companions",
                filter: "is_current")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_publications_document_key",
                table: "publications",
                column: "document_key",
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_publications_search",
                table: "publications",
                column: "search",
                filter: "is_current")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ux_publications_current",
                table: "publications",
                column: "item_id",
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_remembered_commands_at",
                table: "remembered_commands",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_substitutions_authority_delegate",
                table: "substitutions",
                columns: new[] { "authority", "delegate" },
                filter: "not is_revoked");

            migrationBuilder.CreateIndex(
                name: "ix_substitutions_authority_principal",
                table: "substitutions",
                columns: new[] { "authority", "principal" },
                filter: "not is_revoked");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "asked_once");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "colleagues");

            migrationBuilder.DropTable(
                name: "due_changes");

            migrationBuilder.DropTable(
                name: "fact_heads");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "imported_notices");

            migrationBuilder.DropTable(
                name: "inbox_messages");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "number_counters");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "remembered_commands");

            migrationBuilder.DropTable(
                name: "substitutions");
        }
    }
}
