using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAdvice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pieces_of_advice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pieces_of_advice", x => x.id);
                    table.ForeignKey(
                        name: "fk_pieces_of_advice_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "advice_remarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    advice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    by_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    of_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norms = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_remarks", x => x.id);
                    table.ForeignKey(
                        name: "fk_advice_remarks_pieces_of_advice_advice_id",
                        column: x => x.advice_id,
                        principalTable: "pieces_of_advice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "advice_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    advice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    analysis_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    options_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    views_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changed_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_advice_versions_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_advice_versions_pieces_of_advice_advice_id",
                        column: x => x.advice_id,
                        principalTable: "pieces_of_advice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advice_remarks_advice_id_number",
                table: "advice_remarks",
                columns: new[] { "advice_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_advice_versions_advice_id_number",
                table: "advice_versions",
                columns: new[] { "advice_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_advice_versions_message_id",
                table: "advice_versions",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_of_advice_matter_id_number",
                table: "pieces_of_advice",
                columns: new[] { "matter_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advice_remarks");

            migrationBuilder.DropTable(
                name: "advice_versions");

            migrationBuilder.DropTable(
                name: "pieces_of_advice");
        }
    }
}
