using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
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
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "salt",
                table: "read_entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "read_entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "read_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    last_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    compact_range = table.Column<byte[]>(type: "bytea", nullable: false),
                    bound_size = table.Column<long>(type: "bigint", nullable: false),
                    bound_on = table.Column<DateOnly>(type: "date", nullable: true)
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
