using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddConcernWatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "concern_watches",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    looked_to = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern_watches", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "concern_watches");
        }
    }
}
