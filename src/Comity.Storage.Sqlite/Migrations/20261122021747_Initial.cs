using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "adopted_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adopted_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "arrangements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    author_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    minute = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrangements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bodies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bodies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checkpoints", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    erased_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "councils",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    protocol_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    colour = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    set_up_complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_councils", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    protocol_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    texts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    engine_semantics = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    situation_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enquiry_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enquiry_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_keys",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_keys", x => x.matter_id);
                });

            migrationBuilder.CreateTable(
                name: "matters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    subject_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    capacity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ward_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    follow_up_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    sealed_address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_failure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    outside_body = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    import_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protocol_adoptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    protocol_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    minute = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protocol_adoptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "read_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    viewer_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record_entries",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    actor_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_entries", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "record_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    log_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    last_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    compact_range = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_equivalences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    stated_by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_equivalences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_areas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    subjects = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    part_of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_areas_service_areas_part_of_id",
                        column: x => x.part_of_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "set_up_journeys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    browser_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    wrong_codes = table.Column<int>(type: "INTEGER", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    people_file = table.Column<byte[]>(type: "BLOB", nullable: true),
                    people_file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_up_journeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "text_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    texts = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_passkeys_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    debtor_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    creditor_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    clock = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    escalation_step = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => x.id);
                    table.ForeignKey(
                        name: "fk_duties_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_grants_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matter_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    identity_content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_parties_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_matters_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    minute = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegations_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_memberships_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_arrangements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    says = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    set_by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_arrangements", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_arrangements_people_set_by_person_id",
                        column: x => x.set_by_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_arrangements_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ward_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    politically_restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    junior = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.id);
                    table.ForeignKey(
                        name: "fk_offices_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offices_wards_ward_id",
                        column: x => x.ward_id,
                        principalTable: "wards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "due_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    calendar_version = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_token = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_due_entries_duties_duty_id",
                        column: x => x.duty_id,
                        principalTable: "duties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes_content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deputies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deputies", x => x.id);
                    table.ForeignKey(
                        name: "fk_deputies_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deputies_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "holdings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holdings", x => x.id);
                    table.ForeignKey(
                        name: "fk_holdings_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_holdings_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "line_management",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    manager_office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_management", x => x.id);
                    table.ForeignKey(
                        name: "fk_line_management_offices_manager_office_id",
                        column: x => x.manager_office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_line_management_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "named_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_area_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sort_of_contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_named_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_named_contacts_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_named_contacts_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_texts_path_recorded_at",
                table: "adopted_texts",
                columns: new[] { "path", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_texts_sha256_path",
                table: "adopted_texts",
                columns: new[] { "sha256", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_arrangements_key_from",
                table: "arrangements",
                columns: new[] { "key", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_passkeys_user_id",
                table: "asp_net_user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "asp_net_users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_users_person_id",
                table: "asp_net_users",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "asp_net_users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_message_id",
                table: "attachments",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_bodies_kind_name",
                table: "bodies",
                columns: new[] { "kind", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_arrangements_service_area_id_from",
                table: "contact_arrangements",
                columns: new[] { "service_area_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_arrangements_set_by_person_id",
                table: "contact_arrangements",
                column: "set_by_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_contents_matter_id",
                table: "contents",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_matter_id",
                table: "decisions",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_person_id_from",
                table: "delegations",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_deputies_office_id_from",
                table: "deputies",
                columns: new[] { "office_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_deputies_person_id_from",
                table: "deputies",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_due_entries_duty_id_sequence",
                table: "due_entries",
                columns: new[] { "duty_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duties_creditor_token_state_due_on",
                table: "duties",
                columns: new[] { "creditor_token", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_debtor_token_state_due_on",
                table: "duties",
                columns: new[] { "debtor_token", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_matter_id",
                table: "duties",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_enquiry_drafts_owner_token",
                table: "enquiry_drafts",
                column: "owner_token");

            migrationBuilder.CreateIndex(
                name: "ix_grants_matter_id_part",
                table: "grants",
                columns: new[] { "matter_id", "part" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_token_matter_id_part",
                table: "grants",
                columns: new[] { "token", "matter_id", "part" });

            migrationBuilder.CreateIndex(
                name: "ix_holdings_office_id_from",
                table: "holdings",
                columns: new[] { "office_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_holdings_person_id_from",
                table: "holdings",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_line_management_manager_office_id_from",
                table: "line_management",
                columns: new[] { "manager_office_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_line_management_office_id_from",
                table: "line_management",
                columns: new[] { "office_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_matter_parties_matter_id_place",
                table: "matter_parties",
                columns: new[] { "matter_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_matter_parties_token",
                table: "matter_parties",
                column: "token");

            migrationBuilder.CreateIndex(
                name: "ix_matters_reference",
                table: "matters",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matters_state_opened_at",
                table: "matters",
                columns: new[] { "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_body_id_from",
                table: "memberships",
                columns: new[] { "body_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id_from",
                table: "memberships",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_matter_id_sent_at",
                table: "messages",
                columns: new[] { "matter_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_named_contacts_office_id",
                table: "named_contacts",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_named_contacts_service_area_id_contact",
                table: "named_contacts",
                columns: new[] { "service_area_id", "contact" });

            migrationBuilder.CreateIndex(
                name: "ix_offices_role",
                table: "offices",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "ix_offices_service_area_id_role",
                table: "offices",
                columns: new[] { "service_area_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_offices_ward_id",
                table: "offices",
                column: "ward_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent_at_not_before",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_people_email_key",
                table: "people",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_full_name",
                table: "people",
                column: "full_name");

            migrationBuilder.CreateIndex(
                name: "ix_people_import_key",
                table: "people",
                column: "import_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protocol_adoptions_protocol_key_from",
                table: "protocol_adoptions",
                columns: new[] { "protocol_key", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_read_entries_matter_id_at",
                table: "read_entries",
                columns: new[] { "matter_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_record_entries_content_id",
                table: "record_entries",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_entries_matter_id",
                table: "record_entries",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_equivalences_duty_from",
                table: "role_equivalences",
                columns: new[] { "duty", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_part_of_id",
                table: "service_areas",
                column: "part_of_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_keys_name",
                table: "stored_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_text_editions_from",
                table: "text_editions",
                column: "from");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adopted_texts");

            migrationBuilder.DropTable(
                name: "arrangements");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_passkeys");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "contact_arrangements");

            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "councils");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "deputies");

            migrationBuilder.DropTable(
                name: "due_entries");

            migrationBuilder.DropTable(
                name: "enquiry_drafts");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "holdings");

            migrationBuilder.DropTable(
                name: "line_management");

            migrationBuilder.DropTable(
                name: "matter_keys");

            migrationBuilder.DropTable(
                name: "matter_parties");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "named_contacts");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "protocol_adoptions");

            migrationBuilder.DropTable(
                name: "read_entries");

            migrationBuilder.DropTable(
                name: "record_entries");

            migrationBuilder.DropTable(
                name: "record_heads");

            migrationBuilder.DropTable(
                name: "role_equivalences");

            migrationBuilder.DropTable(
                name: "set_up_journeys");

            migrationBuilder.DropTable(
                name: "stored_keys");

            migrationBuilder.DropTable(
                name: "text_editions");

            migrationBuilder.DropTable(
                name: "asp_net_users");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "bodies");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "offices");

            migrationBuilder.DropTable(
                name: "matters");

            migrationBuilder.DropTable(
                name: "service_areas");

            migrationBuilder.DropTable(
                name: "wards");
        }
    }
}
