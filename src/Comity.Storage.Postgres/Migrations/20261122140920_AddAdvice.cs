using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    author_token = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    advice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    by_token = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    of_token = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    norms = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    advice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    analysis_content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    options_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    views_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
