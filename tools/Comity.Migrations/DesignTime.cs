using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Migrations;

internal static class DesignTime
{
    // Passkeys are in the third version of Identity's schema; the context reads the version from the application's services.
    public static IServiceProvider IdentityServices { get; } =
        new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();
}

public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>().UseApplicationServiceProvider(DesignTime.IdentityServices);
        SqliteDb.Configure(options, "design.db");
        return new SqliteDb(((DbContextOptionsBuilder<SqliteDb>)options).Options);
    }
}

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>().UseApplicationServiceProvider(DesignTime.IdentityServices);
        PostgresDb.Configure(options, "Host=localhost;Database=design");
        return new PostgresDb(((DbContextOptionsBuilder<PostgresDb>)options).Options);
    }
}
