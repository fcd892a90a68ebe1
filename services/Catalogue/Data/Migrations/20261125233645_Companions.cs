using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Catalogue.Data.Migrations
{
    /// <inheritdoc />
    public partial class Companions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "companions",
                table: "publications",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid[]>(
                name: "companions",
                table: "items",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.CreateIndex(
                name: "ix_publications_companions",
                table: "publications",
                column: "companions",
                filter: "is_current")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_items_companions",
                table: "items",
                column: "companions")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_publications_companions",
                table: "publications");

            migrationBuilder.DropIndex(
                name: "ix_items_companions",
                table: "items");

            migrationBuilder.DropColumn(
                name: "companions",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "companions",
                table: "items");
        }
    }
}
