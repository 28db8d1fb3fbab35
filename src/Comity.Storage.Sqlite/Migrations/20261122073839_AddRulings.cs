using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    clauses = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    despite = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    by_role = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    to_role = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    about_role = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    facts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    effect = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    referred_to = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    on_reference = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    binding = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    adopted_minute = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    adopted_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    adopted_by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
