using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Storage.Sqlite;

/// <summary>The embedded database: one file, write-ahead log, every commit flushed to disk.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ComityDb(options)
{
    /// <summary>Sets the context up for a database file.</summary>
    public static void Configure(DbContextOptionsBuilder options, string path) =>
        options
            .UseSqlite(
                $"Data Source={path};Foreign Keys=True;Pooling=True",
                sqlite =>
                    sqlite
                        .MigrationsAssembly(typeof(SqliteDb).Assembly.FullName)
                        // A list as one parameter: the statement is then the same for every length of it, and is worked out once.
                        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(new DurableConnections());

    /// <summary>The same for a host that answers requests, over <see cref="OpenConnections"/>.</summary>
    public static void ConfigureHost(DbContextOptionsBuilder options, string path)
    {
        Configure(options, path);
        options.AddInterceptors(new RememberedStatements());
    }
}
