using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CouncilStampAndOrderOfDuties : Migration
    {
        private static readonly string[] Renewing =
        [
            "councils",
            "people",
            "offices",
            "holdings",
            "deputies",
            "bodies",
            "memberships",
            "arrangements",
            "text_editions",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_duties_creditor_token_state_due_on",
                table: "duties");

            migrationBuilder.DropIndex(
                name: "ix_duties_debtor_token_state_due_on",
                table: "duties");

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_order",
                table: "duties",
                type: "date",
                nullable: false,
                defaultValue: DateOnly.MaxValue);

            migrationBuilder.AddColumn<bool>(
                name: "has_ended",
                table: "duties",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "council_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_stamps", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_duties_creditor_token_has_ended_due_order_id",
                table: "duties",
                columns: new[] { "creditor_token", "has_ended", "due_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_debtor_token_has_ended_due_order_id",
                table: "duties",
                columns: new[] { "debtor_token", "has_ended", "due_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_state_escalation_step_due_on",
                table: "duties",
                columns: new[] { "state", "escalation_step", "due_on" });

            migrationBuilder.Sql("UPDATE duties SET has_ended = (state <> 'Owed'), due_order = COALESCE(due_on, 'infinity');");
            migrationBuilder.Sql("INSERT INTO council_stamps (id, value) VALUES (1, gen_random_uuid()::text);");
            migrationBuilder.Sql(
                """
                CREATE FUNCTION renew_council_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE council_stamps SET value = gen_random_uuid()::text WHERE id = 1;
                    RETURN NULL;
                END
                $$;
                """
            );
            foreach (var table in Renewing)
            {
                // Before the statement: whoever changes the council takes the stamp's lock first, so that two such changes cannot wait for each other.
                migrationBuilder.Sql(
                    $"""
                    CREATE TRIGGER renew_council_stamp_{table} BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
                    FOR EACH STATEMENT EXECUTE FUNCTION renew_council_stamp();
                    """
                );
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Renewing)
            {
                migrationBuilder.Sql($"DROP TRIGGER renew_council_stamp_{table} ON {table};");
            }

            migrationBuilder.Sql("DROP FUNCTION renew_council_stamp();");

            migrationBuilder.DropTable(
                name: "council_stamps");

            migrationBuilder.DropIndex(
                name: "ix_duties_creditor_token_has_ended_due_order_id",
                table: "duties");

            migrationBuilder.DropIndex(
                name: "ix_duties_debtor_token_has_ended_due_order_id",
                table: "duties");

            migrationBuilder.DropIndex(
                name: "ix_duties_state_escalation_step_due_on",
                table: "duties");

            migrationBuilder.DropColumn(
                name: "due_order",
                table: "duties");

            migrationBuilder.DropColumn(
                name: "has_ended",
                table: "duties");

            migrationBuilder.CreateIndex(
                name: "ix_duties_creditor_token_state_due_on",
                table: "duties",
                columns: new[] { "creditor_token", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_debtor_token_state_due_on",
                table: "duties",
                columns: new[] { "debtor_token", "state", "due_on" });
        }
    }
}
