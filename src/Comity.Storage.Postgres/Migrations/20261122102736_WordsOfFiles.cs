using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WordsOfFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "words_read_at",
                table: "attachments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_words_read_at_id",
                table: "attachments",
                columns: new[] { "words_read_at", "id" });

            migrationBuilder.Sql(
                """
                UPDATE attachments SET words_read_at = (SELECT sent_at FROM messages WHERE messages.id = attachments.message_id)
                WHERE EXISTS (SELECT 1 FROM contents WHERE contents.id = attachments.bytes_content_id AND contents.class = 'Sealed');
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_attachments_words_read_at_id",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "words_read_at",
                table: "attachments");
        }
    }
}
