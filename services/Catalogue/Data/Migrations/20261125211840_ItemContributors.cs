using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Catalogue.Data.Migrations
{
    /// <inheritdoc />
    public partial class ItemContributors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "contributors",
                table: "items",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
            migrationBuilder.Sql("update items set contributors = array[author]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "contributors",
                table: "items");
        }
    }
}
