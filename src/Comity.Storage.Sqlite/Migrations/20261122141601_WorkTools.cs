using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkTools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "duties",
                type: "TEXT",
                nullable: true);

            // The day on which a duty ended stands in its ledger already: the council's day, which the instant alone does not give.
            migrationBuilder.Sql(
                """
                UPDATE duties SET ended_on = (SELECT MAX(entry."on") FROM due_entries AS entry WHERE entry.duty_id = duties.id AND entry.kind = 'stopped')
                WHERE ended_at IS NOT NULL
                """
            );

            migrationBuilder.CreateTable(
                name: "matter_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_links_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_matter_links_matters_other_id",
                        column: x => x.other_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pattern_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "template_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_template_versions_reply_templates_template_id",
                        column: x => x.template_id,
                        principalTable: "reply_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_matters_answered_at",
                table: "matters",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_duties_due_on",
                table: "duties",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_matter_links_matter_id",
                table: "matter_links",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_links_other_id",
                table: "matter_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_notes_about_token_at",
                table: "pattern_notes",
                columns: new[] { "about_token", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_reply_templates_service_area_id",
                table: "reply_templates",
                column: "service_area_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_person_id_name",
                table: "saved_views",
                columns: new[] { "person_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_template_versions_template_id_number",
                table: "template_versions",
                columns: new[] { "template_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matter_links");

            migrationBuilder.DropTable(
                name: "pattern_notes");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "template_versions");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropIndex(
                name: "ix_matters_answered_at",
                table: "matters");

            migrationBuilder.DropIndex(
                name: "ix_duties_due_on",
                table: "duties");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "duties");
        }
    }
}
