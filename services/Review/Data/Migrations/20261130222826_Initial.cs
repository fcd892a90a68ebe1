using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Disclosure.Review.Data.Migrations
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
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    principal_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    @delegate = table.Column<string>(name: "delegate", type: "text", nullable: false),
                    delegate_name = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<string>(type: "text", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
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
                name: "review_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    has_open_findings = table.Column<bool>(type: "boolean", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    flow = table.Column<string>(type: "text", nullable: false),
                    flow_name = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    contributors = table.Column<string[]>(type: "text[]", nullable: false),
                    content_digest = table.Column<string>(type: "text", nullable: false),
                    snapshot = table.Column<string>(type: "jsonb", nullable: false),
                    conditions = table.Column<string[]>(type: "text[]", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    attribute = table.Column<string>(type: "text", nullable: true),
                    ground = table.Column<string>(type: "text", nullable: true),
                    subject_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recused_people = table.Column<string[]>(type: "text[]", nullable: false),
                    recused_units = table.Column<string[]>(type: "text[]", nullable: false),
                    checklist = table.Column<string>(type: "jsonb", nullable: false),
                    bypass_roles = table.Column<string[]>(type: "text[]", nullable: false),
                    bulk_approval = table.Column<bool>(type: "boolean", nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false),
                    corrections = table.Column<string>(type: "jsonb", nullable: false),
                    previous_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    concluded_by = table.Column<string>(type: "text", nullable: true),
                    concluded_by_name = table.Column<string>(type: "text", nullable: true),
                    conclusion_reason = table.Column<string>(type: "text", nullable: true),
                    held_by = table.Column<string>(type: "text", nullable: true),
                    held_for = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    signed_with_document = table.Column<bool>(type: "boolean", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_cases", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "review_steps",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    authority = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    limit_working_days = table.Column<int>(type: "integer", nullable: true),
                    limit_is_default = table.Column<bool>(type: "boolean", nullable: false),
                    may_change = table.Column<string[]>(type: "text[]", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    passes_required = table.Column<int>(type: "integer", nullable: false),
                    passes_confirmed = table.Column<int>(type: "integer", nullable: false),
                    determines = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_counted_by = table.Column<string>(type: "text", nullable: false),
                    sort_on = table.Column<DateOnly>(type: "date", nullable: false),
                    urges = table.Column<int>(type: "integer", nullable: false),
                    urged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    urged_by_name = table.Column<string>(type: "text", nullable: true),
                    urge_words = table.Column<string>(type: "text", nullable: true),
                    told_overdue = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_by = table.Column<string[]>(type: "text[]", nullable: false),
                    writers = table.Column<string[]>(type: "text[]", nullable: false),
                    barred = table.Column<string[]>(type: "text[]", nullable: false),
                    recused_people = table.Column<string[]>(type: "text[]", nullable: false),
                    recused_units = table.Column<string[]>(type: "text[]", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    decided_role = table.Column<string>(type: "text", nullable: true),
                    decided_unit = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_digest = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_steps", x => new { x.case_id, x.code });
                    table.ForeignKey(
                        name: "fk_review_steps_review_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "review_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "ix_delegations_authority_delegate",
                table: "delegations",
                columns: new[] { "authority", "delegate" },
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_authority_principal",
                table: "delegations",
                columns: new[] { "authority", "principal" },
                filter: "revoked_at is null");

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
                name: "ix_remembered_commands_at",
                table: "remembered_commands",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_authority_opened_at_id",
                table: "review_cases",
                columns: new[] { "authority", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_authority_subject_id_submitted_at",
                table: "review_cases",
                columns: new[] { "authority", "subject_id", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_id",
                table: "review_cases",
                column: "id",
                filter: "recused_people <> '{}' or recused_units <> '{}'");

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_plans",
                table: "review_cases",
                columns: new[] { "authority", "document_id" },
                filter: "signed_with_document");

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_running",
                table: "review_cases",
                columns: new[] { "authority", "unit" },
                filter: "state in ('Open', 'Held')");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_authority_case_id_code",
                table: "review_steps",
                columns: new[] { "authority", "case_id", "code" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_authority_sort_on_case_id_code",
                table: "review_steps",
                columns: new[] { "authority", "sort_on", "case_id", "code" },
                filter: "state = 'Open' and scope = 'Authority'");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_authority_unit_sort_on_case_id_code",
                table: "review_steps",
                columns: new[] { "authority", "unit", "sort_on", "case_id", "code" },
                filter: "state = 'Open' and scope = 'Own'");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_open",
                table: "review_steps",
                columns: new[] { "authority", "sort_on", "case_id", "code" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_writers",
                table: "review_steps",
                column: "writers",
                filter: "state = 'Open'")
                .Annotation("Npgsql:IndexMethod", "gin");

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
                name: "delegations");

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
                name: "notices");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "remembered_commands");

            migrationBuilder.DropTable(
                name: "review_steps");

            migrationBuilder.DropTable(
                name: "substitutions");

            migrationBuilder.DropTable(
                name: "review_cases");
        }
    }
}
