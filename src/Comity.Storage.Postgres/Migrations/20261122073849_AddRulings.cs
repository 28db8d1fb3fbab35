using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddRulings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rulings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    clauses = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    despite = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    act = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    by_role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    to_role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    about_role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    facts = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    effect = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    referred_to = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    reasons = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    on_reference = table.Column<bool>(type: "boolean", nullable: false),
                    author_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    binding = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    adopted_minute = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    adopted_from = table.Column<DateOnly>(type: "date", nullable: true),
                    adopted_by_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rulings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rulings_number",
                table: "rulings",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rulings");
        }
    }
}
