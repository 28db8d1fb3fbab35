using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Storage.Postgres;

/// <summary>A council's database on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ComityDb(options)
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresDb).Assembly.FullName));
}
