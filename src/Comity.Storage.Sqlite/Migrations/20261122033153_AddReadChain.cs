using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddReadChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "leaf_hash",
                table: "read_entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "salt",
                table: "read_entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "read_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "read_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    last_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    compact_range = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bound_size = table.Column<long>(type: "INTEGER", nullable: false),
                    bound_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_heads", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_read_entries_sequence",
                table: "read_entries",
                column: "sequence",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "read_heads");

            migrationBuilder.DropIndex(
                name: "ix_read_entries_sequence",
                table: "read_entries");

            migrationBuilder.DropColumn(
                name: "leaf_hash",
                table: "read_entries");

            migrationBuilder.DropColumn(
                name: "salt",
                table: "read_entries");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "read_entries");
        }
    }
}
