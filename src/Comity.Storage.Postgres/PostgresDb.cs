using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Comity.Storage.Postgres;

/// <summary>A council's database on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ComityDb(options)
{
    // More than the pages and jobs ask between them.
    private const int PreparedStatements = 200;

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(
            Prepared(connectionString),
            postgres =>
                postgres
                    .MigrationsAssembly(typeof(PostgresDb).Assembly.FullName)
                    // A list as one parameter: the statement is then the same for every length of it, and is worked out once.
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
        );

    /// <summary>A statement that is asked again is prepared on the server, unless the council's own connection string says otherwise (some poolers cannot).</summary>
    private static string Prepared(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        if (!text.ShouldSerialize("Max Auto Prepare"))
        {
            text.MaxAutoPrepare = PreparedStatements;
        }

        return text.ConnectionString;
    }
}
