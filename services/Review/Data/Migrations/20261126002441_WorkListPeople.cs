using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkListPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "barred",
                table: "review_steps",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "writers",
                table: "review_steps",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            // Running cases say from now on at each step who wrote the content and who is barred; concluded ones are on no list.
            migrationBuilder.Sql("""
                update review_steps s set writers = array_prepend(c.author, c.contributors), barred = array(
                    select distinct person from (
                        select unnest(o.taken_by) as person from review_steps o
                        where s.determines is null and o.case_id = s.case_id and o.code <> s.code and o.determines is null
                        union select unnest(array[c.held_by, c.held_for]) where s.determines is not null and not 'secrecy' = any (s.roles)) people
                    where person is not null order by person)
                from review_cases c where c.id = s.case_id and c.state in ('Open', 'Held')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "barred",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "writers",
                table: "review_steps");
        }
    }
}
