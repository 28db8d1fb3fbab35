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
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteDb).Assembly.FullName)
            )
            .AddInterceptors(new DurableConnections());
}
