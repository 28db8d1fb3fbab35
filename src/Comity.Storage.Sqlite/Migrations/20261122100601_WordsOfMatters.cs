using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WordsOfMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_texts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_texts_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_texts_content_id",
                table: "search_texts",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_texts_matter_id",
                table: "search_texts",
                column: "matter_id");

            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE search_words USING fts5(words, content='search_texts', content_rowid='id', tokenize="porter unicode61 remove_diacritics 2");
                """
            );

            // What is erased leaves the index at once, and not when its segment happens to be merged (SQLite documentation, "FTS5, secure-delete").
            migrationBuilder.Sql("INSERT INTO search_words(search_words, rank) VALUES('secure-delete', 1);");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_texts_insert AFTER INSERT ON search_texts
                BEGIN
                    INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);
                END;
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_texts_update AFTER UPDATE ON search_texts
                BEGIN
                    INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);
                    INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);
                END;
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_texts_delete AFTER DELETE ON search_texts
                BEGIN
                    INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);
                END;
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER forget_erased_words AFTER UPDATE OF erased_at ON contents WHEN new.erased_at IS NOT NULL
                BEGIN
                    DELETE FROM search_texts WHERE content_id = new.id;
                END;
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER forget_deleted_words AFTER DELETE ON contents
                BEGIN
                    DELETE FROM search_texts WHERE content_id = old.id;
                END;
                """
            );
            migrationBuilder.Sql(
                """
                INSERT INTO search_texts (matter_id, part, content_id, words)
                SELECT id, 'matter', NULL, subject FROM matters WHERE class = 'Indexed' AND subject IS NOT NULL;

                INSERT INTO search_texts (matter_id, part, content_id, words)
                SELECT message.matter_id, message.part, content.id, substr(content.text, 1, 250000)
                FROM messages message JOIN contents content ON content.id = message.content_id
                WHERE content.class = 'Indexed' AND content.text IS NOT NULL AND content.erased_at IS NULL
                ORDER BY message.sent_at;

                INSERT INTO search_texts (matter_id, part, content_id, words)
                SELECT message.matter_id, message.part, content.id, content.text
                FROM attachments file JOIN messages message ON message.id = file.message_id JOIN contents content ON content.id = file.name_content_id
                WHERE content.class = 'Indexed' AND content.text IS NOT NULL AND content.erased_at IS NULL;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER forget_erased_words;");
            migrationBuilder.Sql("DROP TRIGGER forget_deleted_words;");
            migrationBuilder.Sql("DROP TABLE search_words;");
            migrationBuilder.DropTable(
                name: "search_texts");
        }
    }
}
