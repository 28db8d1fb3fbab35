using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class StampOfTheWholeRegister : Migration
    {
        private static readonly string[] Renewing =
        [
            "line_management",
            "role_equivalences",
            "service_areas",
            "named_contacts",
            "stated_substitutes",
            "declared_relationships",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Renewing)
            {
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
        }
    }
}
