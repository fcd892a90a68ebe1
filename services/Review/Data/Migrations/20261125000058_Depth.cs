using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class Depth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "may_change",
                table: "review_steps",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "urged_on",
                table: "review_steps",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "urges",
                table: "review_steps",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "changes",
                table: "review_cases",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "corrections",
                table: "review_cases",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "findings",
                table: "review_cases",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "previous_case_id",
                table: "review_cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "created",
                table: "remembered_requests",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "may_change",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "urged_on",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "urges",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "changes",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "corrections",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "findings",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "previous_case_id",
                table: "review_cases");

            migrationBuilder.DropColumn(
                name: "created",
                table: "remembered_requests");
        }
    }
}
