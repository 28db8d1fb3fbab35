using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    need_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    found_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    consent_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ruling_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    decider_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    words_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    fact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
