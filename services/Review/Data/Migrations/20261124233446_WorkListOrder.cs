using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkListOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_review_steps_open",
                table: "review_steps");

            migrationBuilder.AlterColumn<string>(
                name: "code",
                table: "review_steps",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "authority",
                table: "review_steps",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "sort_on",
                table: "review_steps",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.Sql("update review_steps s set authority = c.authority, sort_on = coalesce(s.due_on, '9999-12-31') from review_cases c where c.id = s.case_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_open",
                table: "review_steps",
                columns: new[] { "authority", "sort_on", "case_id", "code" },
                filter: "state = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_review_steps_open",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "authority",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "sort_on",
                table: "review_steps");

            migrationBuilder.AlterColumn<string>(
                name: "code",
                table: "review_steps",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.CreateIndex(
                name: "ix_review_steps_open",
                table: "review_steps",
                columns: new[] { "due_on", "case_id", "code" },
                filter: "state = 'Open'");
        }
    }
}
