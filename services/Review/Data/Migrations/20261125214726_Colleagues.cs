using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class Colleagues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "decided_digest",
                table: "review_steps",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "limit_is_default",
                table: "review_steps",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "review_steps",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "urge_words",
                table: "review_steps",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attribute",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "author_name",
                table: "review_cases",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "contributors",
                table: "review_cases",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "ground",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "held_for",
                table: "review_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "subject_due_on",
                table: "review_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "delegations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_by",
                table: "delegations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "counterpart",
                table: "audit_entries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "audit_entries",
                type: "text",
                nullable: true);

            // Open steps are found by their unit from now on; what was granted before acceptance was asked for stays in force.
            migrationBuilder.Sql("update review_steps set unit = c.unit from review_cases c where c.id = case_id");
            migrationBuilder.Sql("update delegations set accepted_at = created_at, accepted_by = created_by");

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
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colleagues", x => x.subject);
                });

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
                name: "ix_audit_entries_authority_act_at",
                table: "audit_entries",
                columns: new[] { "authority", "act", "at" });

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
                name: "ix_colleagues_authority_name_subject",
                table: "colleagues",
                columns: new[] { "authority", "name", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_colleagues_authority_user_name",
                table: "colleagues",
                columns: new[] { "authority", "user_name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "colleagues");

            migrationBuilder.DropIndex(
                name: "ix_review_steps_authority_sort_on_case_id_code",
                table: "review_steps");

            migrationBuilder.DropIndex(
                name: "ix_review_steps_authority_unit_sort_on_case_id_code",
                table: "review_steps");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_authority_act_at",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_authority_counterpart_position",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_authority_on_behalf_of_position",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "decided_digest",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "limit_is_default",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "urge_words",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "attribute",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "author_name",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "contributors",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "ground",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "held_for",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "subject_due_on",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "delegations");

            migrationBuilder.DropColumn(
                name: "accepted_by",
                table: "delegations");

            migrationBuilder.DropColumn(
                name: "counterpart",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "audit_entries");
        }
    }
}
