using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class InformationItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "information_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    asked_content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    found_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consent_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ruling_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confidential = table.Column<bool>(type: "boolean", nullable: false),
                    decider_token = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_information_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_information_items_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_token = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words_content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    fact = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    stage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_item_questions_information_items_item_id",
                        column: x => x.item_id,
                        principalTable: "information_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_questions_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_information_items_matter_id_number",
                table: "information_items",
                columns: new[] { "matter_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_questions_item_id",
                table: "item_questions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_questions_matter_id",
                table: "item_questions",
                column: "matter_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "item_questions");

            migrationBuilder.DropTable(
                name: "information_items");
        }
    }
}
