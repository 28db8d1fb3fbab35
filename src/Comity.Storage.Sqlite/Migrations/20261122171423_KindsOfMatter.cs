using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KindsOfMatter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "matter_id",
                table: "rulings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "matter_id",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "refused_at",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_token",
                table: "outbox",
                type: "TEXT",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "returned_at",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returned_code",
                table: "outbox",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "duties",
                type: "TEXT",
                nullable: true);

            // The day on which a duty ended stands in its ledger already: the council's day, which the instant alone does not give.
            migrationBuilder.Sql(
                """
                UPDATE duties SET ended_on = (SELECT MAX(entry."on") FROM due_entries AS entry WHERE entry.duty_id = duties.id AND entry.kind = 'stopped')
                WHERE ended_at IS NOT NULL
                """
            );

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    place_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.id);
                    table.ForeignKey(
                        name: "fk_appointments_matters_id",
                        column: x => x.id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concerns",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_content_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concerns", x => x.matter_id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    owner_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raw_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    read_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    message_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    for_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_for_those_above = table.Column<bool>(type: "INTEGER", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_mail", x => x.id);
                });

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
                name: "mail_walls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    not_for = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_walls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_cursors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mailbox = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_cursors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_links_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_matter_links_matters_other_id",
                        column: x => x.other_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    for_all_members = table.Column<bool>(type: "INTEGER", nullable: false),
                    portfolio_office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    invites = table.Column<bool>(type: "INTEGER", nullable: false),
                    current_until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_matters_id",
                        column: x => x.id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pattern_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pieces_of_advice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "reply_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_addresses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "offered_times",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    place_content_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offered_times", x => x.id);
                    table.ForeignKey(
                        name: "fk_offered_times_appointments_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "appointments",
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

            migrationBuilder.CreateTable(
                name: "news_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    news_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    happens_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    happens_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    changed = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_versions_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_news_versions_news_news_id",
                        column: x => x.news_id,
                        principalTable: "news",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "news_wards",
                columns: table => new
                {
                    news_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ward_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_wards", x => new { x.news_id, x.ward_id });
                    table.ForeignKey(
                        name: "fk_news_wards_news_news_id",
                        column: x => x.news_id,
                        principalTable: "news",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "advice_remarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    advice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    by_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    of_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norms = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    advice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    analysis_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    options_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    views_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changed_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "template_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_template_versions_reply_templates_template_id",
                        column: x => x.template_id,
                        principalTable: "reply_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rulings_matter_id",
                table: "rulings",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matters_answered_at",
                table: "matters",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_duties_due_on",
                table: "duties",
                column: "due_on");

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
                name: "ix_drafts_owner_token",
                table: "drafts",
                column: "owner_token");

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

            migrationBuilder.CreateIndex(
                name: "ix_mail_walls_mail_id",
                table: "mail_walls",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_links_matter_id",
                table: "matter_links",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_links_other_id",
                table: "matter_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_versions_message_id",
                table: "news_versions",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_versions_news_id_number",
                table: "news_versions",
                columns: new[] { "news_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offered_times_appointment_id",
                table: "offered_times",
                column: "appointment_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_notes_about_token_at",
                table: "pattern_notes",
                columns: new[] { "about_token", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_of_advice_matter_id_number",
                table: "pieces_of_advice",
                columns: new[] { "matter_id", "number" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_reply_templates_service_area_id",
                table: "reply_templates",
                column: "service_area_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_person_id_name",
                table: "saved_views",
                columns: new[] { "person_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_template_versions_template_id_number",
                table: "template_versions",
                columns: new[] { "template_id", "number" },
                unique: true);

            // What somebody had begun to write is kept.
            migrationBuilder.Sql(
                """
                INSERT INTO drafts (id, kind, owner_token, content_id, changed_at)
                SELECT id, 'enquiry', owner_token, content_id, changed_at FROM enquiry_drafts
                """
            );
            migrationBuilder.DropTable(name: "enquiry_drafts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advice_remarks");

            migrationBuilder.DropTable(
                name: "advice_versions");

            migrationBuilder.DropTable(
                name: "concerns");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "incoming_mail");

            migrationBuilder.DropTable(
                name: "item_questions");

            migrationBuilder.DropTable(
                name: "mail_walls");

            migrationBuilder.DropTable(
                name: "mailbox_cursors");

            migrationBuilder.DropTable(
                name: "matter_links");

            migrationBuilder.DropTable(
                name: "news_versions");

            migrationBuilder.DropTable(
                name: "news_wards");

            migrationBuilder.DropTable(
                name: "offered_times");

            migrationBuilder.DropTable(
                name: "pattern_notes");

            migrationBuilder.DropTable(
                name: "reply_addresses");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "template_versions");

            migrationBuilder.DropTable(
                name: "pieces_of_advice");

            migrationBuilder.DropTable(
                name: "information_items");

            migrationBuilder.DropTable(
                name: "news");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropIndex(
                name: "ix_rulings_matter_id",
                table: "rulings");

            migrationBuilder.DropIndex(
                name: "ix_matters_answered_at",
                table: "matters");

            migrationBuilder.DropIndex(
                name: "ix_duties_due_on",
                table: "duties");

            migrationBuilder.DropColumn(
                name: "matter_id",
                table: "rulings");

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

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "duties");

            migrationBuilder.CreateTable(
                name: "enquiry_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enquiry_drafts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_enquiry_drafts_owner_token",
                table: "enquiry_drafts",
                column: "owner_token");
        }
    }
}
