using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "matter_id",
                table: "outbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "refused_at",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_token",
                table: "outbox",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "returned_at",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returned_code",
                table: "outbox",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "incoming_mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    raw_content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    message_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    for_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_for_those_above = table.Column<bool>(type: "boolean", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_mail", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_walls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    not_for = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_walls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_cursors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mailbox = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    link = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_cursors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_addresses", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_mail_digest",
                table: "incoming_mail",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_mail_matter_id",
                table: "incoming_mail",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_mail_message_key",
                table: "incoming_mail",
                column: "message_key");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_mail_state_received_at",
                table: "incoming_mail",
                columns: new[] { "state", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mail_walls_mail_id",
                table: "mail_walls",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_reply_addresses_matter_id_person_id",
                table: "reply_addresses",
                columns: new[] { "matter_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reply_addresses_token",
                table: "reply_addresses",
                column: "token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incoming_mail");

            migrationBuilder.DropTable(
                name: "mail_walls");

            migrationBuilder.DropTable(
                name: "mailbox_cursors");

            migrationBuilder.DropTable(
                name: "reply_addresses");

            migrationBuilder.DropColumn(
                name: "matter_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "refused_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "reply_token",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "returned_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "returned_code",
                table: "outbox");
        }
    }
}
