using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddRelationshipsAndSubstitutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "declared_relationships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    other_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_relationships", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stated_substitutes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    minute = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_substitutes", x => x.id);
                    table.ForeignKey(
                        name: "fk_stated_substitutes_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stated_substitutes_people_author_person_id",
                        column: x => x.author_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stated_substitutes_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_declared_relationships_matter_id",
                table: "declared_relationships",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_declared_relationships_other_token_from",
                table: "declared_relationships",
                columns: new[] { "other_token", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_declared_relationships_person_token_from",
                table: "declared_relationships",
                columns: new[] { "person_token", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_stated_substitutes_author_person_id",
                table: "stated_substitutes",
                column: "author_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_stated_substitutes_office_id",
                table: "stated_substitutes",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_stated_substitutes_role_from",
                table: "stated_substitutes",
                columns: new[] { "role", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_stated_substitutes_service_area_id",
                table: "stated_substitutes",
                column: "service_area_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "declared_relationships");

            migrationBuilder.DropTable(
                name: "stated_substitutes");
        }
    }
}
