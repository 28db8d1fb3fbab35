using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false)
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

            // No word is left out as too ordinary: FTS5 leaves none out either, and a search finds the same on both databases.
            migrationBuilder.Sql(
                """
                CREATE TEXT SEARCH DICTIONARY comity_stem (TEMPLATE = snowball, LANGUAGE = english);
                CREATE TEXT SEARCH CONFIGURATION comity_words (COPY = simple);
                ALTER TEXT SEARCH CONFIGURATION comity_words ALTER MAPPING FOR asciiword, word WITH comity_stem;
                """
            );

            // Signs part words, as in FTS5: left to itself PostgreSQL takes 12/00345/FUL for the name of a file and a-b for one word.
            migrationBuilder.Sql(
                """
                ALTER TABLE search_texts ADD COLUMN lexemes tsvector GENERATED ALWAYS AS
                    (to_tsvector('comity_words'::regconfig, regexp_replace(words, '[!-/:-@\[-`{-~‐-‧£€]+', ' ', 'g'))) STORED;
                CREATE INDEX ix_search_texts_lexemes ON search_texts USING gin (lexemes);
                """
            );
            migrationBuilder.Sql(
                """
                CREATE FUNCTION forget_words() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM search_texts WHERE content_id = OLD.id;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER forget_erased_words AFTER UPDATE OF erased_at ON contents
                    FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_words();
                CREATE TRIGGER forget_deleted_words AFTER DELETE ON contents FOR EACH ROW EXECUTE FUNCTION forget_words();
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
            migrationBuilder.Sql("DROP TRIGGER forget_erased_words ON contents;");
            migrationBuilder.Sql("DROP TRIGGER forget_deleted_words ON contents;");
            migrationBuilder.Sql("DROP FUNCTION forget_words();");
            migrationBuilder.DropTable(
                name: "search_texts");
            migrationBuilder.Sql("DROP TEXT SEARCH CONFIGURATION comity_words; DROP TEXT SEARCH DICTIONARY comity_stem;");
        }
    }
}
