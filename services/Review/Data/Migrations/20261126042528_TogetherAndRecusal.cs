using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class TogetherAndRecusal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "recused_people",
                table: "review_steps",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "recused_units",
                table: "review_steps",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "document_id",
                table: "review_cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "opened_at",
                table: "review_cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "recused_people",
                table: "review_cases",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "recused_units",
                table: "review_cases",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<bool>(
                name: "signed_with_document",
                table: "review_cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_review_cases_plans",
                table: "review_cases",
                columns: new[] { "authority", "document_id" },
                filter: "signed_with_document");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_review_cases_plans",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "recused_people",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "recused_units",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "document_id",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "opened_at",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "recused_people",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "recused_units",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "signed_with_document",
                table: "review_cases");
        }
    }
}
