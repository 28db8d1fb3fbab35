using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Comity.Storage.Sqlite.Migrations
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
                foreach (var change in new[] { "insert", "update", "delete" })
                {
                    migrationBuilder.Sql(
                        $"""
                        CREATE TRIGGER renew_council_stamp_{table}_{change} AFTER {change} ON {table}
                        BEGIN
                            UPDATE council_stamps SET value = lower(hex(randomblob(16))) WHERE id = 1;
                        END;
                        """
                    );
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Renewing)
            {
                foreach (var change in new[] { "insert", "update", "delete" })
                {
                    migrationBuilder.Sql($"DROP TRIGGER renew_council_stamp_{table}_{change};");
                }
            }
        }
    }
}
